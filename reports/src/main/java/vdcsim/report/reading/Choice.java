package vdcsim.report.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.statistics.ConfidenceInterval;

/**
 * Chooses the metrics that are worth showing when a scenario does not say.
 *
 * <p>What a workload measures comes before what devices count: a metric is a workload's when the
 * first part of its name is no device and no cable of the world. Among these, latencies come first,
 * then rates and shares, then counts; what is zero everywhere is left out, and where something is
 * varied, so is what does not change.
 */
public final class Choice {
  private final Readings readings;
  private final Set<String> devices = new TreeSet<>();

  /** Chooses among all metrics of some results. */
  public Choice(Readings readings) {
    this.readings = readings;
    Topology topology = readings.results().topology();
    topology.nodes().forEach(node -> devices.add(node.name()));
    topology.edges().forEach(edge -> devices.add(edge.name()));
  }

  /** At most {@code limit} metrics, the most telling first. */
  public List<Measurement> metrics(int limit) {
    List<Measurement> telling = readings.examples().stream().filter(this::telling).toList();
    List<Measurement> chosen = telling.stream().filter(m -> !isDevices(m)).toList();
    if (chosen.isEmpty()) {
      chosen = telling.stream().filter(m -> rank(m) < COUNTS || dropped(m)).toList();
    }
    if (chosen.isEmpty()) {
      chosen = telling;
    }
    return chosen.stream().sorted(Comparator.comparingInt(Choice::rank)).limit(limit).toList();
  }

  private static final int COUNTS = 2;

  private static boolean dropped(Measurement measurement) {
    return measurement.metric().contains("drop") || measurement.metric().contains("lost");
  }

  private static int rank(Measurement measurement) {
    if (measurement instanceof Measurement.Sample) {
      return 0;
    }
    return switch (measurement.unit()) {
      case BITS_PER_SECOND, FRAMES_PER_SECOND, PER_SECOND, RATIO, NANOSECONDS -> 1;
      case NONE, COUNT, FRAMES, BYTES, HERTZ, CYCLES, METRES -> COUNTS;
    };
  }

  private boolean isDevices(Measurement measurement) {
    String name = measurement.metric();
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (devices.contains(name.substring(0, dot))) {
        return true;
      }
    }
    return devices.contains(name);
  }

  /** Whether a metric is a number, or many, and says anything in these results. */
  private boolean telling(Measurement measurement) {
    if (measurement.statistics().isEmpty()) {
      return false;
    }
    List<Double> means = means(Readings.first(measurement));
    boolean zero = means.stream().allMatch(mean -> mean == 0);
    boolean varied = readings.results().points().size() > 1;
    boolean changes = means.stream().distinct().count() > 1;
    return !means.isEmpty() && !zero && (!varied || changes || measurement.unit() == Unit.RATIO);
  }

  private List<Double> means(Reading reading) {
    List<Double> means = new ArrayList<>();
    for (Point point : readings.results().points()) {
      readings.interval(point, reading).map(ConfidenceInterval::mean).ifPresent(means::add);
    }
    return means;
  }
}
