package vdcsim.scenario.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vdcsim.kernel.random.Families;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.value.DistributionText;
import vdcsim.scenario.language.value.Quantity;

/**
 * Schemas of single values. Nothing at all may stand at a key too, and means that the key is not
 * given: so each allows null.
 */
final class Values {
  private static final String PATTERN = "pattern";
  private static final String DESCRIPTION = "description";

  private Values() {}

  static ObjectNode text() {
    return Nodes.type("string", "number", "boolean", "null");
  }

  static ObjectNode whole(Shape.Whole whole) {
    ObjectNode node = Nodes.type("integer", "string", "null");
    if (whole.least() != Long.MIN_VALUE) {
      node.put("minimum", whole.least());
    }
    if (whole.most() != Long.MAX_VALUE) {
      node.put("maximum", whole.most());
    }
    return node.put(PATTERN, Patterns.WHOLE);
  }

  static ObjectNode decimal() {
    return Nodes.type("number", "string", "null").put(PATTERN, Patterns.DECIMAL);
  }

  static ObjectNode flag() {
    return Nodes.type("boolean", "null");
  }

  /** A constant for each word, so that an editor shows what it means. */
  static ObjectNode word(Shape.Word word) {
    ArrayNode options = Nodes.list(List.of());
    for (Shape.Option option : word.options()) {
      ObjectNode node = Nodes.object().put("const", option.word());
      if (!option.doc().isEmpty()) {
        node.put(DESCRIPTION, option.doc());
      }
      options.add(node);
    }
    return Nodes.object("oneOf", options.add(Nodes.type("null")));
  }

  static ObjectNode measured(Quantity quantity) {
    ObjectNode node =
        quantity.bareNumbers()
            ? Nodes.type("string", "number", "null")
            : Nodes.type("string", "null");
    return described(node, quantity.noun(), Optional.of(quantity))
        .put(PATTERN, Patterns.measured(quantity));
  }

  static ObjectNode drawn(Optional<Quantity> quantity) {
    boolean bare = quantity.map(Quantity::bareNumbers).orElse(true);
    ObjectNode node = bare ? Nodes.type("string", "number", "null") : Nodes.type("string", "null");
    String noun = quantity.map(Quantity::noun).orElse("a number");
    String forms =
        Families.all().stream().map(DistributionText::form).collect(Collectors.joining(", "));
    ObjectNode described = described(node, noun + " that is drawn", quantity);
    String before = described.get(DESCRIPTION).stringValue();
    return described
        .put(DESCRIPTION, before + " Or a distribution: " + forms + ".")
        .put(PATTERN, Patterns.drawn(quantity));
  }

  private static ObjectNode described(ObjectNode node, String noun, Optional<Quantity> quantity) {
    String title = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    String form =
        quantity
            .map(q -> q.example() + ". Units: " + String.join(", ", q.units()) + ".")
            .orElse("a number without a unit.");
    return node.put("title", title).put(DESCRIPTION, title + ": " + form);
  }
}
