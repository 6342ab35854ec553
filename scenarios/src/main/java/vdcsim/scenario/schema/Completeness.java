package vdcsim.scenario.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vdcsim.kernel.world.Section;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;

/**
 * Schemas that only say which keys must be given. They stand apart, because they hold only where
 * nothing else can supply a key: not in a thing that is like another, not where a range gives
 * several things their keys, and not beside {@code vary:}.
 */
final class Completeness {
  private Completeness() {}

  /** What must be given in a shape; nothing if everything has a default. */
  static Optional<ObjectNode> of(Shape shape) {
    if (shape instanceof Shape.Fields fields) {
      return fields(fields);
    } else if (shape instanceof Shape.MapOf map) {
      return of(map.value()).map(Completeness::unlessRanged);
    } else if (shape instanceof Shape.ListOf list) {
      return of(list.item()).map(Completeness::list);
    } else if (shape instanceof Shape.Choice choice) {
      return Optional.of(choice(choice));
    }
    return Optional.empty();
  }

  private static ObjectNode list(ObjectNode item) {
    ObjectNode node = Nodes.when(Nodes.type("array"), Nodes.object("items", item));
    node.set("else", item);
    return node;
  }

  private static Optional<ObjectNode> fields(Shape.Fields fields) {
    ObjectNode properties = Nodes.object();
    for (Shape.Field field : fields.fields()) {
      Optional<ObjectNode> below = of(field.shape());
      if (field.required()) {
        ObjectNode given = Nodes.not(Nodes.type("null"));
        below.ifPresent(given::setAll);
        properties.set(field.key(), given);
      } else {
        below.ifPresent(node -> properties.set(field.key(), node));
      }
    }
    if (properties.isEmpty()) {
      return Optional.empty();
    }
    List<String> required =
        fields.fields().stream().filter(Shape.Field::required).map(Shape.Field::key).toList();
    ObjectNode node = Nodes.object();
    if (!required.isEmpty()) {
      node.set("required", Nodes.words(required));
    }
    return Optional.of(node.set("properties", properties));
  }

  private static ObjectNode choice(Shape.Choice choice) {
    ObjectNode node = Nodes.required(Grammar.TYPE);
    ArrayNode rules = node.putArray("allOf");
    for (Map.Entry<String, Shape.Fields> kind : choice.types().entrySet()) {
      fields(kind.getValue())
          .ifPresent(whole -> rules.add(Nodes.when(Sections.isType(kind.getKey()), whole)));
    }
    return node;
  }

  /** What must be given in a section's things. */
  static Optional<ObjectNode> section(Section section, Shape thing) {
    return of(thing)
        .map(whole -> Nodes.when(Nodes.not(Nodes.required(Grammar.LIKE)), whole))
        .map(whole -> things(section, whole));
  }

  private static ObjectNode things(Section section, ObjectNode whole) {
    return section.form() == Section.Form.LISTED
        ? Nodes.object("items", whole)
        : unlessRanged(whole);
  }

  /** A thing that is named on its own adds to what a range gives it, so it need not be whole. */
  private static ObjectNode unlessRanged(ObjectNode whole) {
    ObjectNode noRange = Nodes.not(Nodes.object().put("pattern", Patterns.RANGED));
    return Nodes.when(
        Nodes.object("propertyNames", noRange), Nodes.object("additionalProperties", whole));
  }

  /** What must be given on the time line: the instant, and an action. */
  static ObjectNode events(Grammar grammar) {
    ObjectNode item = Nodes.object().put("minProperties", 2);
    of(grammar.event()).ifPresent(item::setAll);
    return Nodes.object("items", item);
  }
}
