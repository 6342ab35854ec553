package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vdcsim.scenario.verify.compare.Comparison;
import vdcsim.scenario.verify.compare.TimeCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** How the times of switches' ports are held against the measured ones. */
enum Times implements TimesRule {
  /** Within the tolerance of STP; the start, when the recorded machine was loaded, is not. */
  CLOSE {
    @Override
    TimeCheck check(Phase phase, String what, List<Double> runs, double simulatedS) {
      return phase.afterEvent() < 0
          ? MAGNITUDE.check(phase, what, runs, simulatedS)
          : TimeCheck.close(Comparison.phase(phase.afterEvent()), what, runs, simulatedS);
    }
  },
  /** To the order of magnitude only. */
  MAGNITUDE {
    @Override
    TimeCheck check(Phase phase, String what, List<Double> runs, double simulatedS) {
      return TimeCheck.magnitude(Comparison.phase(phase.afterEvent()), what, runs, simulatedS);
    }
  };

  private static final double NS_PER_SECOND = 1e9;

  /** A figure that was measured, and which changes of ports it is the last of. */
  private static final Map<String, Predicate<NetworkRun.PortChange>> LAST_CHANGES = lastChanges();

  private static Map<String, Predicate<NetworkRun.PortChange>> lastChanges() {
    Map<String, Predicate<NetworkRun.PortChange>> changes = new LinkedHashMap<>();
    changes.put("last_port_state_change_s", change -> !change.role());
    changes.put("last_port_to_forwarding_s", change -> change.entered().equals("forwarding"));
    changes.put("last_role_or_state_change_s", change -> true);
    return Collections.unmodifiableMap(changes);
  }

  abstract TimeCheck check(Phase phase, String what, List<Double> runs, double simulatedS);

  @Override
  public List<TimeCheck> check(
      Optional<Fields> event, Optional<Fields> measured, Phase phase, NetworkRun run)
      throws UnreadableCase {
    List<TimeCheck> checks = new ArrayList<>();
    if (measured.isEmpty()) {
      return checks;
    }
    Fields figures = measured.get();
    for (Map.Entry<String, Predicate<NetworkRun.PortChange>> last : LAST_CHANGES.entrySet()) {
      List<Double> runs = figures.numbers(last.getKey());
      if (!runs.isEmpty()) {
        double simulated = lastChangeS(phase, run, last.getValue());
        checks.add(check(phase, name(last.getKey()), runs, simulated));
      }
    }
    if (figures.has("port_state_changes") && figures.items("port_state_changes").isEmpty()) {
      double simulated = lastChangeS(phase, run, change -> !change.role());
      checks.add(check(phase, "no-port-state-change", List.of(0.0), simulated));
    }
    if (phase.probe().isPresent()) {
      checks.addAll(gap(phase, phase.probe().get(), figures, run));
    }
    return checks;
  }

  /** From a phase's event to the last change within it, in seconds; zero if there was none. */
  private static double lastChangeS(
      Phase phase, NetworkRun run, Predicate<NetworkRun.PortChange> which) {
    long last =
        run.portChanges().stream()
            .filter(change -> change.atNs() >= phase.eventNs())
            .filter(which)
            .mapToLong(NetworkRun.PortChange::atNs)
            .max()
            .orElse(phase.eventNs());
    return (last - phase.eventNs()) / NS_PER_SECOND;
  }

  /** The longest time without an answer. */
  private List<TimeCheck> gap(Phase phase, Phase.Probe probe, Fields figures, NetworkRun run)
      throws UnreadableCase {
    List<Double> gaps = new ArrayList<>();
    for (Fields measured : figures.objects("probe")) {
      gaps.add(measured.number("longest_gap_s"));
    }
    if (gaps.isEmpty()) {
      return List.of();
    }
    double simulated = run.metric(probe.name() + ".longest-gap") / NS_PER_SECOND;
    return List.of(check(phase, "longest-gap", gaps, simulated));
  }

  private static String name(String field) {
    return field.replaceAll("_s$", "").replace('_', '-');
  }
}
