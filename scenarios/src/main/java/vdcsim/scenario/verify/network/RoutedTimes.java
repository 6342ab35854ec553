package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vdcsim.scenario.verify.compare.Comparison;
import vdcsim.scenario.verify.compare.TimeCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/**
 * How the times of routed networks are held against the measured ones: silence by the protocols'
 * timers, the loss of a carrier within a second, counting to infinity within a factor of two, and
 * all that begins anew to the order of magnitude.
 */
final class RoutedTimes implements TimesRule {
  private static final double NS_PER_SECOND = 1e9;

  /** How long it may take until all routers have noticed that a carrier was lost, in seconds. */
  private static final double CARRIER_S = 1;

  private static final double COUNTING_FACTOR = 2;

  /** Whether lost carriers are told by triggered updates, which wait for up to five seconds. */
  private final boolean triggered;

  RoutedTimes(boolean triggered) {
    this.triggered = triggered;
  }

  @Override
  public List<TimeCheck> check(
      Optional<Fields> event, Optional<Fields> measured, Phase phase, NetworkRun run)
      throws UnreadableCase {
    List<TimeCheck> checks = new ArrayList<>();
    if (measured.isPresent()) {
      Fields figures = measured.get();
      List<Double> counts = figures.numbers("fib_changes");
      List<Double> last = figures.numbers("last_fib_change_s");
      if (!counts.isEmpty() && counts.stream().allMatch(count -> count == 0)) {
        double none = lastS(phase, run);
        checks.add(TimeCheck.within(name(phase), "no-fib-change", List.of(0.0), none, 0, 0));
      } else if (!last.isEmpty()) {
        checks.addAll(change(event, figures, phase, run));
      }
      checks.addAll(gaps(event, figures, phase, run));
    }
    return checks;
  }

  private List<TimeCheck> change(
      Optional<Fields> event, Fields figures, Phase phase, NetworkRun run) throws UnreadableCase {
    String action = event.isPresent() ? event.get().text("action") : "";
    List<Double> last = figures.numbers("last_fib_change_s");
    double lastS = lastS(phase, run);
    String what = "last-fib-change";
    if (triggered && action.equals("oneway_unblock")) {
      return List.of(TimeCheck.factor(name(phase), what, last, lastS, COUNTING_FACTOR));
    }
    Silence silence = event.isPresent() ? Silence.of(run.network(), event.get()) : Silence.NONE;
    if (silence.detection().isPresent()) {
      return List.of(detection(silence.detection().get(), figures, phase, run));
    }
    if (silence.carrierOnly() && !triggered) {
      return List.of(TimeCheck.within(name(phase), what, last, lastS, 0, slowest(last)));
    }
    return List.of(TimeCheck.magnitude(name(phase), what, last, lastS));
  }

  /** A second, or what was measured if that took longer. */
  private static double slowest(List<Double> runs) {
    return Math.max(CARRIER_S, runs.stream().mapToDouble(Double::doubleValue).max().orElse(0));
  }

  /** The first change that comes later than what lost carriers bring about. */
  private static TimeCheck detection(
      Detection detection, Fields figures, Phase phase, NetworkRun run) throws UnreadableCase {
    List<Double> runs = figures.numbers("first_fib_change_s");
    if (runs.stream().anyMatch(first -> first < CARRIER_S)) {
      runs = figures.numbers("last_fib_change_s");
    }
    long lateNs = phase.eventNs() + (long) (CARRIER_S * NS_PER_SECOND);
    double simulatedS = seconds(phase, run.routeChanges().firstNs(lateNs, phase.settledNs()));
    return TimeCheck.within(
        name(phase), "detection", runs, simulatedS, detection.leastS(), detection.mostS());
  }

  private static List<TimeCheck> gaps(
      Optional<Fields> event, Fields figures, Phase phase, NetworkRun run) throws UnreadableCase {
    List<Double> gaps = new ArrayList<>();
    for (Fields probe : figures.objects("probe")) {
      gaps.add(probe.number("longest_gap_s"));
    }
    if (gaps.isEmpty() || phase.probe().isEmpty()) {
      return List.of();
    }
    String metric = phase.probe().get().name() + ".longest-gap";
    double gapS = run.metric(metric) / NS_PER_SECOND;
    Silence silence = event.isPresent() ? Silence.of(run.network(), event.get()) : Silence.NONE;
    double mostS = silence.detection().map(Detection::mostS).orElse(slowest(gaps));
    return List.of(TimeCheck.within(name(phase), "longest-gap", gaps, gapS, 0, mostS));
  }

  private static String name(Phase phase) {
    return Comparison.phase(phase.afterEvent());
  }

  private static double lastS(Phase phase, NetworkRun run) {
    return seconds(phase, run.routeChanges().lastNs(phase.eventNs(), phase.settledNs()));
  }

  private static double seconds(Phase phase, OptionalLong atNs) {
    return (atNs.orElse(phase.eventNs()) - phase.eventNs()) / NS_PER_SECOND;
  }
}
