package vdcsim.scenario.language.bind;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.prepare.Expansion;
import vdcsim.scenario.language.prepare.Ranges;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
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
  private final Records records = new Records();
  private final IdentityHashMap<Shape.Field, Object> fallbacks = new IdentityHashMap<>();
  private int values;

  /** A binder that tells {@code problems} what is wrong. */
  public Binder(Problems problems) {
    this.problems = problems;
  }

  /** The value of {@code node}, or nothing if it is wrong. */
  public Optional<?> bind(Node node, Shape shape, String path) {
    if (tooMany(node, path)) {
      return Optional.empty();
    } else if (shape instanceof Shape.Fields fields) {
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

  private boolean tooMany(Node node, String path) {
    if (++values == Expansion.MOST_VALUES) {
      problems.error(
          node.place(), path, "with its ranges the scenario holds more than " + values + " values");
    }
    return exhausted();
  }

  /** Whether so many values were bound that no more are: what was bound is not all there is. */
  public boolean exhausted() {
    return values >= Expansion.MOST_VALUES;
  }

  /** A record, and what stood at the keys that are no components of it. */
  public Optional<Bound> record(Node node, Shape.Fields fields, String path) {
    return record(node, fields, path, List.of());
  }

  private Optional<Bound> record(
      Node node, Shape.Fields fields, String path, List<String> otherKeys) {
    Optional<Node.Mapping> mapping = asMapping(node, fields, path);
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Node.Entry> given = mapping.get().byKey();
    boolean good = knownKeysOnly(mapping.get(), fields, path, otherKeys);
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
        ? records
            .make(fields.type(), arguments, refusal(mapping.get(), path))
            .map(value -> new Bound(value, facets))
        : Optional.empty();
  }

  /** A record made from a node, and the values of its facets by key. */
  public record Bound(Record value, Map<String, Object> facets) {}

  private Records.OnRefusal refusal(Node.Mapping mapping, String path) {
    return (key, message) -> {
      Node.Entry entry = mapping.byKey().get(key);
      Place place = entry == null ? mapping.place() : entry.value().place();
      problems.error(place, key.isEmpty() ? path : below(path, key), message);
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
        (fields.fields().isEmpty()
                ? "here stands a map without keys, as {}"
                : "here stands a map with the keys " + String.join(", ", fields.keys()))
            + ", not "
            + node.describe());
    return Optional.empty();
  }

  private boolean knownKeysOnly(
      Node.Mapping mapping, Shape.Fields fields, String path, List<String> otherKeys) {
    boolean good = true;
    for (Node.Entry entry : mapping.entries()) {
      if (fields.field(entry.key()).isEmpty()) {
        List<String> known = Stream.concat(fields.keys().stream(), otherKeys.stream()).toList();
        problems.error(entry.keyPlace(), path, unknownKey(entry.key(), known));
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
    Object known = fallbacks.get(field);
    if (known == null) {
      Node written = new Node.Scalar(field.fallback(), false, Place.NOWHERE);
      known =
          bind(written, field.shape(), path)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "the default of " + path + " is wrong: " + field.fallback()));
      fallbacks.put(field, known);
    }
    return known;
  }

  private Optional<?> list(Node node, Shape.ListOf shape, String path) {
    List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    boolean names = shape.item() instanceof Shape.Text text && !text.names().isEmpty();
    List<Object> bound = new ArrayList<>();
    boolean good = true;
    for (int i = 0; i < items.size(); i++) {
      String below = path + "[" + i + "]";
      for (Node item : names ? ranged(items.get(i), below) : List.of(items.get(i))) {
        Optional<?> value = bind(item, shape.item(), below);
        value.ifPresent(bound::add);
        good &= value.isPresent();
      }
    }
    return good ? Optional.of(bound) : Optional.empty();
  }

  /** The names that an item of a list of names stands for. */
  private List<Node> ranged(Node item, String path) {
    if (!(item instanceof Node.Scalar scalar) || !Ranges.in(scalar.text())) {
      return List.of(item);
    }
    try {
      return Ranges.names(scalar.text()).stream()
          .<Node>map(name -> new Node.Scalar(name, scalar.quoted(), scalar.place()))
          .toList();
    } catch (IllegalArgumentException e) {
      problems.error(item.place(), path, e.getMessage());
      return List.of();
    }
  }

  /** A map from names to records may have ranges in the names; other keys are any text. */
  private Optional<?> map(Node node, Shape.MapOf shape, String path) {
    if (!(node instanceof Node.Mapping mapping)) {
      problems.error(node.place(), path, "here stands a map from names, not " + node.describe());
      return Optional.empty();
    }
    int before = problems.errors();
    Node.Mapping named =
        shape.value() instanceof Shape.Fields
            ? new Expansion(problems).named(mapping, path, Optional.of(shape.value()))
            : mapping;
    Map<String, Object> bound = new LinkedHashMap<>();
    for (Node.Entry entry : named.entries()) {
      String below = below(path, entry.key());
      try {
        Names.key(entry.key());
        bind(entry.value(), shape.value(), below).ifPresent(v -> bound.put(entry.key(), v));
      } catch (IllegalArgumentException e) {
        problems.error(entry.keyPlace(), below, e.getMessage());
      }
    }
    boolean whole = bound.size() == named.entries().size() && problems.errors() == before;
    if (whole && shape.holder().isPresent()) {
      return records.make(shape.holder().get(), List.of(bound), refusal(mapping, path));
    }
    return whole ? Optional.of(bound) : Optional.empty();
  }

  private Optional<?> scalar(Node node, Shape shape, String path) {
    if (!(node instanceof Node.Scalar scalar)) {
      problems.error(node.place(), path, "here stands a single value, not " + node.describe());
      return Optional.empty();
    }
    try {
      return Optional.of(
          shape instanceof Shape.FileName
              ? problems.beside().text(Scalars.text(scalar))
              : Scalars.value(scalar, shape));
    } catch (IllegalArgumentException e) {
      problems.error(node.place(), path, e.getMessage());
      return Optional.empty();
    }
  }

  /** The path of a key below another. */
  public static String below(String path, String key) {
    String shown = Printable.shorten(key);
    return path.isEmpty() ? shown : path + "." + shown;
  }

  /** The record of a thing of a section, whose {@code type} may choose among several. */
  public Optional<Typed> thing(Node node, Shape shape, String path) {
    if (shape instanceof Shape.Fields fields) {
      return record(node, fields, path, List.of(Grammar.LIKE)).map(bound -> new Typed("", bound));
    }
    Shape.Choice choice = (Shape.Choice) shape;
    if (!(node instanceof Node.Mapping mapping)) {
      problems.error(
          node.place(), path, "here stands a map with the key 'type', not " + node.describe());
      return Optional.empty();
    }
    Optional<String> type = type(mapping, choice, path);
    List<Node.Entry> rest =
        mapping.entries().stream().filter(entry -> !entry.key().equals(Grammar.TYPE)).toList();
    return type.flatMap(
        name ->
            record(
                    new Node.Mapping(rest, node.place()),
                    choice.types().get(name),
                    path,
                    List.of(Grammar.TYPE, Grammar.LIKE))
                .map(bound -> new Typed(name, bound)));
  }

  /** A thing's type, empty where its section has one kind only, and its record. */
  public record Typed(String type, Bound bound) {}

  private Optional<String> type(Node.Mapping mapping, Shape.Choice choice, String path) {
    List<String> known = List.copyOf(choice.types().keySet());
    Node.Entry type = mapping.byKey().get(Grammar.TYPE);
    if (type == null) {
      misspelt(mapping)
          .ifPresentOrElse(
              e -> problems.error(e.keyPlace(), path, unknownKey(e.key(), List.of(Grammar.TYPE))),
              () ->
                  problems.error(
                      mapping.place(),
                      path,
                      "the key 'type' is missing" + NearNames.hint("", known)));
      return Optional.empty();
    }
    String name = type.value() instanceof Node.Scalar scalar ? scalar.text() : "";
    if (!choice.types().containsKey(name)) {
      problems.error(
          type.value().place(),
          below(path, Grammar.TYPE),
          (type.value() instanceof Node.Scalar ? "there is no type " : "a type is a word, not ")
              + type.value().describe()
              + NearNames.hint(name, known));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  /** What was meant to be the key {@code type}. */
  private static Optional<Node.Entry> misspelt(Node.Mapping mapping) {
    return mapping.entries().stream()
        .filter(entry -> !NearNames.of(entry.key(), List.of(Grammar.TYPE)).isEmpty())
        .findFirst();
  }
}
