package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;

/**
 * The charts of a report.
 *
 * @param all in the order in which they are shown; no two have the same name
 * @param missing requests for which there is nothing to draw
 */
public record Charts(List<Chart> all, List<ChartRequest> missing) {

  /** The name of the picture of the world. */
  private static final Set<String> RESERVED = Set.of("topology");

  public Charts {
    all = List.copyOf(all);
    missing = List.copyOf(missing);
  }

  /** The charts that the scenario asks for, else those that fit the data. */
  public static Charts of(Readings readings, Words words) {
    Plan plan = new Plan(readings);
    List<Chart> charts = new ArrayList<>();
    List<ChartRequest> missing = new ArrayList<>();
    List<ChartRequest> requests = readings.results().charts();
    if (readings.results().points().isEmpty()) {
      return new Charts(charts, requests);
    }
    if (requests.isEmpty()) {
      plan.fitting().forEach(wish -> chart(readings, words, wish).ifPresent(charts::add));
    }
    for (ChartRequest request : requests) {
      int before = charts.size();
      plan.wished(request).forEach(w -> chart(readings, words, w).ifPresent(charts::add));
      if (charts.size() == before) {
        missing.add(request);
      }
    }
    return new Charts(distinct(charts), missing);
  }

  private static Optional<Chart> chart(Readings readings, Words words, Wish wish) {
    return switch (wish.kind()) {
      case LINES -> Optional.of(new Amounts(readings, words, wish).lines());
      case CDF -> new Distribution(readings, words, wish).cdf();
      case PERCENTILES -> new Distribution(readings, words, wish).percentiles();
      case COURSE -> new Times(readings, words, wish).course();
      case TIMELINE -> new Times(readings, words, wish).timeline();
      case HEAT_MAP -> Optional.of(new Grids(readings, words, wish).heatMap());
      case BARS, STACKED, AUTO -> Optional.of(new Amounts(readings, words, wish).bars());
    };
  }

  private static List<Chart> distinct(List<Chart> charts) {
    Set<String> taken = new TreeSet<>(RESERVED);
    List<Chart> distinct = new ArrayList<>();
    for (Chart chart : charts) {
      String name = chart.frame().name();
      for (int i = 2; !taken.add(name); i++) {
        name = chart.frame().name() + "-" + i;
      }
      distinct.add(chart.named(name));
    }
    return distinct;
  }
}
