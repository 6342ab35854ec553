package vdcsim.scenario.verify.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/**
 * Counting to infinity: the metrics that routers pass through for a network that is gone. Which of
 * them each router announces hangs on when messages meet; that the metrics rise by the length of
 * the loop, and from where, does not.
 */
final class Counting {
  private static final int INFINITY = 16;

  /** Fewer metrics than these are no counting. */
  private static final int LEAST = 3;

  private Counting() {}

  /** Metrics by network and router. */
  private static final class Metrics {
    private final Map<String, Map<String, Set<Integer>>> byNetwork = new TreeMap<>();

    void add(String network, String router, int metric) {
      if (metric < INFINITY) {
        byNetwork
            .computeIfAbsent(network, n -> new TreeMap<>())
            .computeIfAbsent(router, r -> new TreeSet<>())
            .add(metric);
      }
    }

    Map<String, Set<Integer>> of(String network) {
      return byNetwork.getOrDefault(network, Map.of());
    }
  }

  /** The step and the remainder of each router's metrics, recorded or simulated. */
  record Both(Entries expected, Entries observed) {}

  /** What was recorded of a phase, and what the run shows; no entries where nothing counted. */
  static Both compare(Optional<Fields> measured, Phase phase, NetworkRun run)
      throws UnreadableCase {
    Both both = new Both(new Entries(), new Entries());
    if (measured.isEmpty() || !measured.get().has("rip_metric_timeline")) {
      return both;
    }
    Metrics recorded = recorded(measured.get());
    Metrics simulated = simulated(phase, run);
    for (String network : recorded.byNetwork.keySet()) {
      Map<String, Set<Integer>> left = recorded.of(network);
      boolean counts = left.values().stream().anyMatch(metrics -> metrics.size() >= LEAST);
      if (counts) {
        add(both.expected(), network, left, left.keySet());
        add(both.observed(), network, simulated.of(network), left.keySet());
      }
    }
    return both;
  }

  private static Metrics recorded(Fields figures) throws UnreadableCase {
    Metrics metrics = new Metrics();
    String where = figures.path() + ".rip_metric_timeline";
    for (var item : figures.items("rip_metric_timeline")) {
      List<String> change = figures.texts(item, where);
      if (change.size() == 4 && !change.get(3).equals("null") && !change.get(0).startsWith("-")) {
        metrics.add(change.get(2), change.get(1), Integer.parseInt(change.get(3)));
      }
    }
    return metrics;
  }

  private static Metrics simulated(Phase phase, NetworkRun run) {
    Metrics metrics = new Metrics();
    for (RouteChanges.Change change :
        run.routeChanges().between(phase.eventNs(), phase.settledNs())) {
      Optional<Route> route = change.after().filter(r -> r.source() == RouteSource.RIP);
      route.ifPresent(
          r -> metrics.add(change.prefix().toString(), change.router(), (int) r.metric()));
    }
    return metrics;
  }

  private static void add(
      Entries entries, String network, Map<String, Set<Integer>> metrics, Set<String> routers) {
    int step = step(metrics);
    String path = "counting." + network;
    entries.add(path + ".step", String.valueOf(step));
    for (String router : routers) {
      Set<Integer> passed = metrics.getOrDefault(router, Set.of());
      passed.stream()
          .findFirst()
          .ifPresent(
              first ->
                  entries.add(
                      path + "." + router, step == 0 ? "none" : first % step + " mod " + step));
    }
  }

  /** By how much metrics rise: the largest number that divides all differences. */
  private static int step(Map<String, Set<Integer>> metrics) {
    BigInteger step = BigInteger.ZERO;
    for (Set<Integer> passed : metrics.values()) {
      List<Integer> sorted = new ArrayList<>(passed);
      for (int i = 1; i < sorted.size(); i++) {
        step = step.gcd(BigInteger.valueOf(sorted.get(i) - sorted.get(i - 1)));
      }
    }
    return step.intValue();
  }
}
