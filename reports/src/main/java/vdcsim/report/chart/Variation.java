package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Results;
import vdcsim.report.reading.ShortNames;

/** How the points of some results lie along one axis; the other axes make series. */
final class Variation {
  private final Results results;
  private final int axis;

  private Variation(Results results, int axis) {
    this.results = results;
    this.axis = axis;
  }

  /** Along the axis of a path, else along the first one with a scale, where that is wanted. */
  static Variation along(Results results, Optional<String> path, boolean numeric) {
    List<Axis> axes = results.axes();
    int found = 0;
    for (int i = axes.size() - 1; i >= 0; i--) {
      if (numeric && axes.get(i).numeric()) {
        found = i;
      }
    }
    for (int i = 0; i < axes.size(); i++) {
      String written = path.orElse("");
      if (axes.get(i).path().equals(written) || axes.get(i).label().equals(written)) {
        found = i;
      }
    }
    return new Variation(results, found);
  }

  Axis axis() {
    return results.axes().get(axis);
  }

  /** Points that differ only in the value along the axis, by the index of that value. */
  record Series(String name, Map<Integer, Point> points) {}

  /**
   * The series, in the order of the plan. Axes that move together with this one, so that each value
   * stands once, make one series.
   */
  List<Series> series() {
    Map<List<Integer>, Series> series = new java.util.LinkedHashMap<>();
    boolean together = together();
    for (Point point : results.points()) {
      List<Integer> others = new ArrayList<>(point.settings());
      others.remove(axis);
      String name = together ? "" : name(point);
      series
          .computeIfAbsent(together ? List.of() : others, key -> new Series(name, new TreeMap<>()))
          .points()
          .put(point.settings().get(axis), point);
    }
    return List.copyOf(series.values());
  }

  private boolean together() {
    long values = results.points().stream().map(p -> p.settings().get(axis)).distinct().count();
    return values == results.points().size();
  }

  private String name(Point point) {
    return setting(results, point, axis);
  }

  /** The values of a point as one text, as {@code virtio, queue 100}; without one axis. */
  static String setting(Results results, Point point, int without) {
    List<String> labels = ShortNames.of(results.axes().stream().map(Axis::path).toList());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < results.axes().size(); i++) {
      Axis axis = results.axes().get(i);
      String value = axis.values().get(point.settings().get(i));
      if (i != without) {
        parts.add(axis.numeric() || isTruth(value) ? labels.get(i) + " " + value : value);
      }
    }
    return String.join(", ", parts);
  }

  /** A yes or no says nothing without what it answers. */
  private static boolean isTruth(String value) {
    return value.equals("true") || value.equals("false");
  }
}
