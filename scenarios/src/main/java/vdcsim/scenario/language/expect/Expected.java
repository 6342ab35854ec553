package vdcsim.scenario.language.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Replication;
import vdcsim.scenario.language.shape.Head;

/** A condition of a scenario, held against every configuration of which it speaks. */
public final class Expected implements Expectation {
  private final Head.Expect written;
  private final Condition condition;

  /**
   * Reads the condition.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public Expected(Head.Expect written) {
    this.written = written;
    this.condition = Condition.parse(written.that());
  }

  /**
   * Refuses what cannot hold in a world with these metrics.
   *
   * @param metrics what the world measures, by name
   * @throws IllegalArgumentException with a sentence
   */
  public void checkAgainst(Map<String, Measurement> metrics) {
    condition.checkAgainst(metrics);
  }

  @Override
  public Check check(List<Axis> axes, List<Point> points) {
    List<String> failures = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Point point : points) {
      if (speaksOf(axes, point)) {
        checkPoint(axes, point, found).ifPresent(failures::add);
      }
    }
    if (failures.isEmpty()) {
      return new Check(
          text(), !found.isEmpty(), found.isEmpty() ? "no configuration is meant" : range(found));
    }
    String more = failures.size() > 1 ? " (and at " + (failures.size() - 1) + " more)" : "";
    return new Check(text(), false, failures.get(0) + more);
  }

  private static String range(List<String> found) {
    String first = found.get(0);
    String last = found.get(found.size() - 1);
    return first.equals(last) ? first : first + " to " + last;
  }

  private String text() {
    String where =
        written.where().isEmpty()
            ? ""
            : " where "
                + String.join(
                    ", ",
                    written.where().entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .toList());
    return written.that().strip() + where;
  }

  private boolean speaksOf(List<Axis> axes, Point point) {
    for (int i = 0; i < axes.size(); i++) {
      String wanted = written.where().get(axes.get(i).path());
      if (wanted != null && !wanted.equals(axes.get(i).values().get(point.settings().get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** The sentence of a failure, if it fails here; adds the value found. */
  private Optional<String> checkPoint(List<Axis> axes, Point point, List<String> found) {
    List<double[]> sides = new ArrayList<>();
    Unit unit = Unit.NONE;
    for (Replication replication : point.replications()) {
      Optional<Measurement> left = condition.left().measurement(replication.measurements());
      OptionalDouble leftValue = left.map(condition.left()::value).orElse(OptionalDouble.empty());
      OptionalDouble rightValue = right(replication, left);
      if (leftValue.isEmpty() || rightValue.isEmpty()) {
        return Optional.of("nothing was measured" + at(axes, point));
      }
      unit = condition.left().unit(left.orElseThrow());
      sides.add(new double[] {leftValue.getAsDouble(), rightValue.getAsDouble()});
    }
    for (double[] side : written.over() == Head.Over.EACH ? sides : List.of(mean(sides))) {
      if (!condition.holds(side[0], side[1])) {
        return Optional.of("was " + Condition.show(side[0], unit) + at(axes, point));
      }
    }
    found.add(Condition.show(mean(sides)[0], unit));
    return Optional.empty();
  }

  private OptionalDouble right(Replication replication, Optional<Measurement> left) {
    Optional<OptionalDouble> metric =
        condition
            .rightMetric()
            .flatMap(ref -> ref.measurement(replication.measurements()).map(ref::value));
    if (metric.isPresent()) {
      return metric.get();
    }
    return left.isEmpty() || condition.rightMetric().isPresent()
        ? OptionalDouble.empty()
        : OptionalDouble.of(condition.rightValue(condition.left().unit(left.get())));
  }

  private static double[] mean(List<double[]> sides) {
    double left = 0;
    double right = 0;
    for (double[] side : sides) {
      left += side[0];
      right += side[1];
    }
    return new double[] {left / sides.size(), right / sides.size()};
  }

  private static String at(List<Axis> axes, Point point) {
    if (axes.isEmpty()) {
      return "";
    }
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      settings.add(axes.get(i).label() + " = " + axes.get(i).values().get(point.settings().get(i)));
    }
    return " at " + String.join(", ", settings);
  }
}
