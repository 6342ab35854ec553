package vdcsim.scenario.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.bind.Binder;
import vdcsim.scenario.language.expect.Expectation;
import vdcsim.scenario.language.expect.Expected;
import vdcsim.scenario.language.expect.MetricNames;
import vdcsim.scenario.language.problem.Problems;
import vdcsim.scenario.language.shape.Head;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Printable;

/**
 * Holds what a scenario says of its metrics, under {@code expect}, {@code measure} and {@code
 * charts}, against the metrics that its worlds have.
 */
final class Claims {
  private final Shape.Fields head;
  private final Optional<Map<String, Measurement>> metrics;
  private final List<Axis> axes;
  private final Problems problems;

  /**
   * Claims over metrics and varied values.
   *
   * @param head the shape of the keys under which they stand
   * @param metrics what the worlds measure; nothing where no world could be built
   */
  Claims(
      Shape.Fields head,
      Optional<Map<String, Measurement>> metrics,
      List<Axis> axes,
      Problems problems) {
    this.head = head;
    this.metrics = metrics;
    this.axes = axes;
    this.problems = problems;
  }

  /** Tells what cannot be in {@code root}, and returns the expectations that can. */
  List<Expectation> check(Node.Mapping root) {
    List<Expectation> expectations = new ArrayList<>();
    for (Claim claim : claims(root, "expect")) {
      expectation((Head.Expect) claim.value(), claim.path(), claim.node())
          .ifPresent(expectations::add);
    }
    for (Claim claim : claims(root, "measure")) {
      pattern((String) claim.value(), claim.path(), claim.node());
    }
    for (Claim claim : claims(root, "charts")) {
      chart((Head.Chart) claim.value(), claim.path(), claim.node());
    }
    return expectations;
  }

  /** An item of one of the lists, bound. */
  private record Claim(Object value, String path, Node node) {}

  /** The items that can be bound: one that is wrong does not hide what is wrong with others. */
  private List<Claim> claims(Node.Mapping root, String key) {
    Node.Entry entry = root.byKey().get(key);
    if (entry == null || (entry.value() instanceof Node.Scalar scalar && scalar.isNull())) {
      return List.of();
    }
    Shape item = ((Shape.ListOf) head.field(key).orElseThrow().shape()).item();
    Node list = entry.value();
    int size = list instanceof Node.Sequence sequence ? sequence.items().size() : 1;
    Binder binder = new Binder(problems);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < size && !problems.full(); i++) {
      Node node = at(list, i);
      String path = key + "[" + i + "]";
      binder.bind(node, item, path).ifPresent(value -> claims.add(new Claim(value, path, node)));
    }
    return claims;
  }

  private Optional<Expectation> expectation(Head.Expect written, String path, Node node) {
    try {
      Expected expected = new Expected(written);
      metrics.ifPresent(expected::checkAgainst);
      written.where().forEach((axis, value) -> where(axis, value, path, node));
      return Optional.of(expected);
    } catch (IllegalArgumentException e) {
      problems.error(below(node, "that").place(), path, e.getMessage());
      return Optional.empty();
    }
  }

  private void where(String wanted, String value, String path, Node node) {
    Node written = below(below(node, "where"), wanted);
    String below = Binder.below(path + ".where", wanted);
    Optional<Axis> axis = axis(wanted, below, written);
    if (axis.isPresent() && !axis.get().values().contains(value)) {
      problems.error(
          written.place(),
          below,
          "'"
              + Printable.shorten(wanted)
              + "' has no value '"
              + Printable.shorten(value)
              + "'"
              + NearNames.hint("", axis.get().values()));
    }
  }

  private Optional<Axis> axis(String path, String told, Node node) {
    Optional<Axis> axis = axes.stream().filter(a -> a.path().equals(path)).findFirst();
    if (axis.isEmpty()) {
      problems.error(
          node.place(),
          told,
          "'"
              + Printable.shorten(path)
              + "' is not varied"
              + NearNames.hint(path, axes.stream().map(Axis::path).toList()));
    }
    return axis;
  }

  private void pattern(String pattern, String path, Node node) {
    if (metrics.isPresent()) {
      try {
        MetricNames.refuseUnmatched(pattern, metrics.get());
      } catch (IllegalArgumentException e) {
        problems.error(node.place(), path, e.getMessage());
      }
    }
  }

  private void chart(Head.Chart chart, String path, Node node) {
    Node written = below(node, "metric");
    for (int i = 0; i < chart.metric().size(); i++) {
      pattern(chart.metric().get(i), path + ".metric", at(written, i));
    }
    chart.x().ifPresent(x -> axis(x, path + ".x", below(node, "x")));
  }

  /** An item of a list, or the one value that stands for a list. */
  private static Node at(Node list, int index) {
    return list instanceof Node.Sequence sequence && index < sequence.items().size()
        ? sequence.items().get(index)
        : list;
  }

  /** What stands at a key, or the whole where it is written in shorthand. */
  private static Node below(Node node, String key) {
    return node instanceof Node.Mapping mapping && mapping.byKey().containsKey(key)
        ? mapping.byKey().get(key).value()
        : node;
  }
}
