package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Results;
import vdcsim.report.reading.Reading;
import vdcsim.report.reading.Readings;
import vdcsim.report.reading.ShortNames;

/**
 * What the replications of one point measured of one metric, under the name that a legend gives it.
 *
 * @param measurements one for each replication that has the metric; at least one
 */
record Runs(String name, List<Measurement> measurements) {

  /** Each metric of a wish at each point; empty names where there is only one of both. */
  static List<Runs> of(Readings readings, Wish wish) {
    Results results = readings.results();
    List<String> metrics = wish.readings().stream().map(Reading::metric).distinct().toList();
    List<String> names = ShortNames.of(metrics);
    List<Runs> all = new ArrayList<>();
    for (Point point : results.points()) {
      String setting = Variation.setting(results, point, -1);
      for (int i = 0; i < metrics.size(); i++) {
        List<Measurement> measured = readings.measurements(point, metrics.get(i));
        String metric = metrics.size() > 1 ? names.get(i) : "";
        if (!measured.isEmpty()) {
          all.add(new Runs(joined(setting, metric), measured));
        }
      }
    }
    return all;
  }

  private static String joined(String setting, String metric) {
    return metric.isEmpty() || setting.isEmpty() ? setting + metric : setting + " · " + metric;
  }

  /** At most {@code most} of a list: the first, the last, and others at even distances. */
  static <T> List<T> spread(List<T> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      kept.add(all.get((int) Math.round(i * (all.size() - 1.0) / (most - 1))));
    }
    return kept;
  }
}
