package vdcsim.scenario.language.prepare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.language.shape.Grammar;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.Node;

/**
 * Lays one node over another, as a thing over its template. Keys of the upper win, maps within are
 * merged likewise. A value in shorthand is the same as its map: over {@code eth0: 1 Gbps}, {@code
 * eth0: {queue: 9}} keeps the rate.
 */
final class Merge {
  private Merge() {}

  /** {@code upper} over {@code lower}; the shape, where known, tells the shorthands. */
  static Node over(Node lower, Node upper, Optional<? extends Shape> shape) {
    if (upper instanceof Node.Scalar scalar && scalar.isNull()) {
      return lower;
    }
    Node below = lower;
    Node above = upper;
    if (lower instanceof Node.Mapping != upper instanceof Node.Mapping) {
      below = written(lower, shape);
      above = written(upper, shape);
    }
    return below instanceof Node.Mapping first && above instanceof Node.Mapping second
        ? over(first, second, shape)
        : upper;
  }

  private static Node over(
      Node.Mapping lower, Node.Mapping upper, Optional<? extends Shape> shape) {
    Optional<? extends Shape> here = shape.flatMap(s -> chosen(s, lower, upper));
    Map<String, Node.Entry> merged = new LinkedHashMap<>(lower.byKey());
    for (Node.Entry entry : upper.entries()) {
      Node.Entry before = merged.get(entry.key());
      merged.put(
          entry.key(),
          before == null
              ? entry
              : entry.with(over(before.value(), entry.value(), below(here, entry.key()))));
    }
    return new Node.Mapping(List.copyOf(merged.values()), upper.place());
  }

  /** A shorthand written out as the map that it stands for. */
  static Node written(Node node, Optional<? extends Shape> shape) {
    boolean single = node instanceof Node.Scalar scalar && !scalar.isNull();
    return shape
        .filter(s -> single)
        .map(s -> s instanceof Shape.Fields fields ? fields.shorthand() : "")
        .filter(key -> !key.isEmpty())
        .<Node>map(
            key -> new Node.Mapping(List.of(new Node.Entry(key, node.place(), node)), node.place()))
        .orElse(node);
  }

  private static Optional<? extends Shape> chosen(
      Shape shape, Node.Mapping lower, Node.Mapping upper) {
    if (shape instanceof Shape.Choice choice) {
      Node.Entry type = upper.byKey().getOrDefault(Grammar.TYPE, lower.byKey().get(Grammar.TYPE));
      return type != null && type.value() instanceof Node.Scalar name
          ? Optional.ofNullable(choice.types().get(name.text()))
          : Optional.empty();
    }
    return Optional.of(shape);
  }

  /** The shape of what stands at a key of a map, where it is known. */
  static Optional<? extends Shape> below(
      Optional<? extends Shape> shape, Node.Mapping mapping, String key) {
    return below(shape.flatMap(s -> chosen(s, mapping, mapping)), key);
  }

  private static Optional<? extends Shape> below(Optional<? extends Shape> shape, String key) {
    if (shape.isEmpty()) {
      return Optional.empty();
    } else if (shape.get() instanceof Shape.Fields fields) {
      return fields.field(key).map(Shape.Field::shape);
    } else if (shape.get() instanceof Shape.MapOf map) {
      return Optional.of(map.value());
    } else if (shape.get() instanceof Shape.ListOf list) {
      return Optional.of(list.item());
    }
    return Optional.empty();
  }
}
