package vdcsim.hypervisor.migration.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Unit;

/** Of what the time is made in which a machine stands still. */
final class DowntimeParts {
  /** All that there may be, in their order. */
  static final List<String> PARTS =
      List.of("suspend", "last-copy", "device-state", "commitment", "activation");

  private static final double MILLI = 1e6;

  private final Simulation simulation;
  private final Map<String, Long> lengths = new LinkedHashMap<>();
  private String now = "";
  private long sinceNs;

  DowntimeParts(String name, Simulation simulation) {
    this.simulation = simulation;
    for (String part : PARTS) {
      simulation
          .metrics()
          .figure(
              name + ".downtime-" + part,
              Unit.NANOSECONDS,
              () -> lengths.containsKey(part) ? lengths.get(part) : Double.NaN);
    }
  }

  /** A part begins, and the one before ends; nothing begins with an empty name. */
  void enter(String part) {
    if (!now.isEmpty()) {
      lengths.merge(now, simulation.now() - sinceNs, Long::sum);
    }
    now = part;
    sinceNs = simulation.now();
  }

  /** Rows of a table: part, milliseconds. */
  Stream<List<String>> rows(String name) {
    return PARTS.stream()
        .filter(lengths::containsKey)
        .map(
            part ->
                List.of(name, part, String.format(Locale.ROOT, "%.3f", lengths.get(part) / MILLI)));
  }
}
