package vdcsim.scenario.explain;

import java.util.stream.Collectors;
import vdcsim.scenario.language.shape.Shape;

/** Says in words what may stand at a key. */
final class Wording {
  private Wording() {}

  static String of(Shape shape) {
    if (shape instanceof Shape.Text text) {
      return text.names().isEmpty() ? "text" : "the name of one of the `" + text.names() + "`";
    } else if (shape instanceof Shape.Whole) {
      return "a whole number";
    } else if (shape instanceof Shape.Decimal) {
      return "a number";
    } else if (shape instanceof Shape.FileName) {
      return "the name of a text file beside the scenario, or below its folder";
    } else if (shape instanceof Shape.Flag) {
      return "`true` or `false`";
    } else if (shape instanceof Shape.Measured measured) {
      String unit = measured.quantity().bareNumbers() ? "perhaps in percent" : "with its unit";
      return measured.quantity().noun() + ", " + unit;
    } else if (shape instanceof Shape.Drawn drawn) {
      String noun = drawn.quantity().map(q -> q.noun()).orElse("a number");
      return noun + " that is drawn: a value, or a distribution";
    } else if (shape instanceof Shape.Word word) {
      return word.options().stream()
          .map(option -> "`" + option.word() + "`")
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return several(shape);
  }

  private static String several(Shape shape) {
    if (shape instanceof Shape.ListOf list) {
      return "a list, or one item alone; an item is " + of(list.item());
    } else if (shape instanceof Shape.MapOf map) {
      return "a map from names; a value is " + of(map.value());
    } else if (shape instanceof Shape.Choice) {
      return "a map whose key `type` says what it is";
    }
    Shape.Fields fields = (Shape.Fields) shape;
    if (fields.shorthand().isEmpty()) {
      return "a map";
    }
    Shape alone = fields.field(fields.shorthand()).orElseThrow().shape();
    return "a map, or its `" + fields.shorthand() + "` alone: " + of(alone);
  }
}
