package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Takes places out of a line that has more of them than can be seen. */
final class Thinning {
  private Thinning() {}

  /**
   * The line in stretches of equally many places, of each its lowest and its highest, so that no
   * peak is lost.
   */
  static List<Chart.Place> thin(List<Chart.Place> places, int most) {
    if (places.size() <= most) {
      return places;
    }
    List<Chart.Place> kept = new ArrayList<>();
    int stretches = most / 2;
    for (int i = 0; i < stretches; i++) {
      int from = (int) ((long) places.size() * i / stretches);
      int to = (int) ((long) places.size() * (i + 1) / stretches);
      extremes(places.subList(from, to), kept);
    }
    return kept;
  }

  private static void extremes(List<Chart.Place> stretch, List<Chart.Place> kept) {
    int low = 0;
    int high = 0;
    for (int i = 1; i < stretch.size(); i++) {
      low = stretch.get(i).y() < stretch.get(low).y() ? i : low;
      high = stretch.get(i).y() > stretch.get(high).y() ? i : high;
    }
    kept.add(stretch.get(Math.min(low, high)));
    if (low != high) {
      kept.add(stretch.get(Math.max(low, high)));
    }
  }
}
