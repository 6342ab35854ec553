package vdcsim.scenario.language.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.value.DistributionText;
import vdcsim.scenario.language.value.Numbers;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.Printable;

/**
 * Holds nodes against a shape and makes the values that it describes. Everything that is wrong is
 * told; a value that is wrong is empty, and what holds it is empty too, so that one mistake is told
 * once.
 */
public final class Binder {
  private final Problems problems;

  /** A binder that tells {@code problems} what is wrong. */
  public Binder(Problems problems) {
    this.problems = problems;
  }

  /** The value of {@code node}, or nothing if it is wrong. */
  public Optional<?> bind(Node node, Shape shape, String path) {
    if (shape instanceof Shape.Fields fields) {
      return record(node, fields, path).map(Bound::value);
    } else if (shape instanceof Shape.ListOf list) {
      return list(node, list, path);
    } else if (shape instanceof Shape.MapOf map) {
      return map(node, map, path);
    } else if (shape instanceof Shape.Choice) {
      throw new IllegalArgumentException("a choice is bound by its fields");
    }
    return scalar(node, shape, path);
  }

  /** A record, and what stood at the keys that are no components of it. */
  public Optional<Bound> record(Node node, Shape.Fields fields, String path) {
    Optional<Node.Mapping> mapping = asMapping(node, fields, path);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    boolean good = knownKeysOnly(mapping.get(), fields, path);
    Map<String, Node.Entry> given = mapping.get().byKey();
    Map<String, Object> facets = new LinkedHashMap<>();
    List<Object> arguments = new ArrayList<>();
    for (Shape.Field field : fields.fields()) {
      Optional<?> value = field(field, given.get(field.key()), node.place(), path);
      if (value.isEmpty()) {
        good = false;
      } else if (!field.facet()) {
        arguments.add(value.get());
      } else if (given.containsKey(field.key())) {
        facets.put(field.key(), value.get());
      }
    }
    return good
        ? Records.make(fields.type(), arguments, refusal(mapping.get(), path))
            .map(value -> new Bound(value, facets))
        : Optional.empty();
  }

  /** A record made from a node, and the values of its facets by key. */
  public record Bound(Record value, Map<String, Object> facets) {}

  private Records.OnRefusal refusal(Node.Mapping mapping, String path) {
    return (key, message) -> {
      Node.Entry entry = mapping.byKey().get(key);
      Place place = entry == null ? mapping.place() : entry.value().place();
      problems.error(place, entry == null ? path : below(path, key), message);
    };
  }

  private Optional<Node.Mapping> asMapping(Node node, Shape.Fields fields, String path) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    if (node instanceof Node.Scalar scalar && scalar.isNull()) {
      return Optional.of(new Node.Mapping(List.of(), node.place()));
    }
    if (!fields.shorthand().isEmpty()) {
      Node.Entry entry = new Node.Entry(fields.shorthand(), node.place(), node);
      return Optional.of(new Node.Mapping(List.of(entry), node.place()));
    }
    problems.error(
        node.place(),
        path,
        "here stands a map with the keys "
            + String.join(", ", fields.keys())
            + ", not "
            + node.describe());
    return Optional.empty();
  }

  private boolean knownKeysOnly(Node.Mapping mapping, Shape.Fields fields, String path) {
    boolean good = true;
    for (Node.Entry entry : mapping.entries()) {
      if (fields.field(entry.key()).isEmpty()) {
        problems.error(entry.keyPlace(), path, unknownKey(entry.key(), fields.keys()));
        good = false;
      }
    }
    return good;
  }

  /** The sentence for a key that is not known. */
  public static String unknownKey(String key, List<String> known) {
    String shown = "unknown key '" + Printable.shorten(key) + "'";
    return NearNames.of(key, known).isEmpty()
        ? shown + "; known keys: " + String.join(", ", known)
        : shown + NearNames.hint(key, known);
  }

  private Optional<?> field(Shape.Field field, Node.Entry entry, Place parent, String path) {
    String below = below(path, field.key());
    boolean nothing =
        entry == null || (entry.value() instanceof Node.Scalar scalar && scalar.isNull());
    if (nothing && field.facet()) {
      return entry == null ? Optional.of("absent") : bind(entry.value(), field.shape(), below);
    }
    if (!nothing) {
      Optional<?> value = bind(entry.value(), field.shape(), below);
      return field.optional() && value.isPresent() ? Optional.of(Optional.of(value.get())) : value;
    }
    if (field.required()) {
      String example =
          field.example().isEmpty() ? "" : ", as '" + field.key() + ": " + field.example() + "'";
      problems.error(
          entry == null ? parent : entry.value().place(),
          path,
          "the key '" + field.key() + "' is missing" + example);
      return Optional.empty();
    }
    return Optional.of(absent(field, below));
  }

  private Object absent(Shape.Field field, String path) {
    if (field.optional()) {
      return Optional.empty();
    } else if (field.shape() instanceof Shape.ListOf && field.fallback().isEmpty()) {
      return List.of();
    } else if (field.shape() instanceof Shape.MapOf) {
      return Map.of();
    }
    Node written = new Node.Scalar(field.fallback(), false, Place.NOWHERE);
    return bind(written, field.shape(), path)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the default of " + path + " is wrong: " + field.fallback()));
  }

  private Optional<?> list(Node node, Shape.ListOf shape, String path) {
    List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    List<Object> values = new ArrayList<>();
    boolean good = true;
    for (int i = 0; i < items.size(); i++) {
      Optional<?> value = bind(items.get(i), shape.item(), path + "[" + i + "]");
      value.ifPresent(values::add);
      good &= value.isPresent();
    }
    return good ? Optional.of(values) : Optional.empty();
  }

  private Optional<?> map(Node node, Shape.MapOf shape, String path) {
    if (!(node instanceof Node.Mapping mapping)) {
      problems.error(node.place(), path, "here stands a map from names, not " + node.describe());
      return Optional.empty();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      bind(entry.value(), shape.value(), below(path, entry.key()))
          .ifPresent(value -> values.put(entry.key(), value));
    }
    return values.size() == mapping.entries().size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<?> scalar(Node node, Shape shape, String path) {
    if (!(node instanceof Node.Scalar scalar)) {
      problems.error(node.place(), path, "here stands a single value, not " + node.describe());
      return Optional.empty();
    }
    try {
      return Optional.of(value(scalar, shape));
    } catch (IllegalArgumentException e) {
      problems.error(node.place(), path, e.getMessage());
      return Optional.empty();
    } catch (ArithmeticException e) {
      problems.error(node.place(), path, "the number " + scalar.describe() + " is out of range");
      return Optional.empty();
    }
  }

  private static Object value(Node.Scalar scalar, Shape shape) {
    String text = scalar.text();
    if (shape instanceof Shape.Measured measured) {
      return measured.quantity().value(measured.quantity().base(text));
    } else if (shape instanceof Shape.Drawn drawn) {
      return DistributionText.parse(text, drawn.quantity());
    } else if (shape instanceof Shape.Whole whole) {
      long number = Numbers.whole(text, whole.least(), whole.most());
      return whole.type() == int.class ? (Object) (int) number : (Object) number;
    } else if (shape instanceof Shape.Decimal) {
      return Numbers.decimal(text);
    } else if (shape instanceof Shape.Flag) {
      return flag(text);
    } else if (shape instanceof Shape.Word word) {
      return word(text, word);
    }
    return Names.plainText(text);
  }

  private static boolean flag(String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(text);
    }
    throw new IllegalArgumentException(
        "write 'true' or 'false', not '" + Printable.shorten(text) + "'");
  }

  private static Object word(String text, Shape.Word word) {
    List<String> words = word.options().stream().map(Shape.Option::word).toList();
    return word.options().stream()
        .filter(option -> option.word().equals(text))
        .map(Shape.Option::constant)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + Printable.shorten(text)
                        + "' is none of "
                        + String.join(", ", words)
                        + (NearNames.of(text, words).isEmpty()
                            ? ""
                            : NearNames.hint(text, words))));
  }

  /** The path of a key below another. */
  public static String below(String path, String key) {
    String shown = Printable.shorten(key);
    return path.isEmpty() ? shown : path + "." + shown;
  }

  /** The fields that a thing's {@code type} chooses, and the thing without that key. */
  public Optional<Chosen> choose(Node node, Shape shape, String path) {
    if (shape instanceof Shape.Fields fields) {
      return Optional.of(new Chosen("", fields, node));
    }
    Map<String, Shape.Fields> types = ((Shape.Choice) shape).types();
    if (!(node instanceof Node.Mapping mapping)) {
      problems.error(
          node.place(), path, "here stands a map with the key 'type', not " + node.describe());
      return Optional.empty();
    }
    Node.Entry type = mapping.byKey().get(Grammar.TYPE);
    String name = type != null && type.value() instanceof Node.Scalar scalar ? scalar.text() : "";
    Shape.Fields fields = types.get(name);
    if (fields == null) {
      List<String> known = List.copyOf(types.keySet());
      String said =
          type == null
              ? "the key 'type' is missing"
              : "there is no type '" + Printable.shorten(name) + "'";
      problems.error(
          type == null ? node.place() : type.value().place(),
          path,
          said + NearNames.hint(name, known));
      return Optional.empty();
    }
    List<Node.Entry> rest =
        mapping.entries().stream().filter(entry -> !entry.key().equals(Grammar.TYPE)).toList();
    return Optional.of(new Chosen(name, fields, new Node.Mapping(rest, node.place())));
  }

  /** A thing whose type is known. */
  public record Chosen(String type, Shape.Fields fields, Node node) {}
}
