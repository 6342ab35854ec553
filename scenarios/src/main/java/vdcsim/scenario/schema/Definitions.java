package vdcsim.scenario.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.value.Quantity;

/** Schemas of shapes; those that have a name are written once, and referred to. */
final class Definitions {
  private static final String DESCRIPTION = "description";

  private final Map<String, ObjectNode> named = new TreeMap<>();
  private final Map<String, Class<?>> types = new TreeMap<>();

  /** All that are referred to, by name. */
  ObjectNode all() {
    ObjectNode all = Nodes.object();
    named.forEach(all::set);
    return all;
  }

  /** The schema of a shape. */
  ObjectNode of(Shape shape) {
    if (shape instanceof Shape.Measured measured) {
      return quantity(measured.quantity());
    } else if (shape instanceof Shape.Drawn drawn) {
      return drawn(drawn.quantity());
    } else if (shape instanceof Shape.Fields fields) {
      return fields(fields);
    } else if (shape instanceof Shape.ListOf list) {
      return list(list);
    } else if (shape instanceof Shape.MapOf map) {
      ObjectNode node = Nodes.type("object", "null");
      node.set("additionalProperties", of(map.value()));
      return node;
    } else if (shape instanceof Shape.Whole whole) {
      return Values.whole(whole);
    } else if (shape instanceof Shape.Word word) {
      return Values.word(word);
    } else if (shape instanceof Shape.Decimal) {
      return Values.decimal();
    } else if (shape instanceof Shape.Flag) {
      return Values.flag();
    } else if (shape instanceof Shape.Text || shape instanceof Shape.FileName) {
      return Values.text();
    }
    throw new IllegalArgumentException("a choice stands in a section only: " + shape);
  }

  private ObjectNode quantity(Quantity quantity) {
    String name = word(quantity.name());
    named.computeIfAbsent(name, n -> Values.measured(quantity));
    return reference(name);
  }

  private ObjectNode drawn(Optional<Quantity> quantity) {
    String name = "drawn-" + quantity.map(q -> word(q.name())).orElse("number");
    named.computeIfAbsent(name, n -> Values.drawn(quantity));
    return reference(name);
  }

  /** A list; one item may stand alone. */
  private ObjectNode list(Shape.ListOf list) {
    ObjectNode items = Nodes.type("array");
    items.set("items", of(list.item()));
    return Nodes.object("anyOf", Nodes.list(List.of(items, of(list.item()))));
  }

  private ObjectNode fields(Shape.Fields fields) {
    String name = recordName(fields.type());
    if (types.putIfAbsent(name, fields.type()) == null) {
      named.put(name, open(fields, name, Nodes.object()));
    }
    return reference(name);
  }

  /** A thing's schema under a name of its own, with the keys that only things have. */
  ObjectNode thing(String name, Shape.Fields fields, ObjectNode more) {
    types.put(name, fields.type());
    named.put(name, open(fields, name, more));
    return reference(name);
  }

  /** Adds a schema under a name. */
  ObjectNode name(String name, ObjectNode schema) {
    named.put(name, schema);
    return reference(name);
  }

  private ObjectNode open(Shape.Fields fields, String title, ObjectNode more) {
    ObjectNode node = Nodes.object().put("title", title);
    if (!fields.doc().isEmpty()) {
      node.put(DESCRIPTION, fields.doc());
    }
    if (fields.shorthand().isEmpty()) {
      node.setAll(Nodes.type("object", "null"));
      node.setAll(keys(fields, more));
      return node;
    }
    ObjectNode whole = Nodes.type("object", "null");
    whole.setAll(keys(fields, more));
    Shape.Field shorthand = fields.field(fields.shorthand()).orElseThrow();
    node.set("anyOf", Nodes.list(List.of(property(shorthand), whole)));
    return node;
  }

  /** The keys of a map, and no others. */
  ObjectNode keys(Shape.Fields fields, ObjectNode more) {
    ObjectNode properties = more;
    fields.fields().forEach(field -> properties.set(field.key(), property(field)));
    ObjectNode node = Nodes.object("properties", properties);
    return node.put("additionalProperties", false);
  }

  /** A key: its value's schema, with what it means. */
  ObjectNode property(Shape.Field field) {
    ObjectNode node = of(field.shape()).deepCopy();
    List<String> sentences = new ArrayList<>(List.of(field.doc()));
    if (!field.fallback().isEmpty()) {
      String source = field.source().isEmpty() ? "" : " (" + field.source() + ")";
      sentences.add("Default: " + field.fallback() + source + ".");
      node.set("default", Literals.of(field.fallback(), field.shape()));
    }
    node.put(DESCRIPTION, String.join(" ", sentences));
    if (!field.example().isEmpty()) {
      JsonNode example = Literals.of(field.example(), field.shape());
      node.set("examples", Nodes.list(List.of(example)));
    }
    return node;
  }

  static ObjectNode reference(String name) {
    return Nodes.object().put("$ref", "#/$defs/" + name);
  }

  /** A record's name without what it has in common with the others: NicSpec is nic. */
  private String recordName(Class<?> type) {
    String plain = type.getSimpleName().replaceFirst("Spec$", "");
    String name = word(plain.replaceAll("([a-z0-9])([A-Z])", "$1-$2"));
    Class<?> taken = types.get(name);
    String home = type.getPackageName().replaceAll(".*\\.", "");
    boolean free = taken == null ? !named.containsKey(name) : taken == type;
    return free ? name : home + "." + name;
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The keys that every thing may have beside its own. */
  static ObjectNode like() {
    ObjectNode like = Nodes.type("string");
    like.put(
        DESCRIPTION, "Takes over the keys of a template of 'types:', or of a thing beside it.");
    return Nodes.object(Grammar.LIKE, like);
  }
}
