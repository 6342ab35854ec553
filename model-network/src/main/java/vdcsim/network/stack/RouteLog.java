package vdcsim.network.stack;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.routing.RoutingTable;

/** How often the routes in use of a machine changed, and when the last time. */
final class RouteLog {
  private static final long NEVER = -1;

  private final Counter changes;
  private long lastNs = NEVER;

  RouteLog(Simulation simulation, String machine, RoutingTable routes) {
    this.changes = simulation.metrics().counter(machine + ".route-changes", Unit.COUNT);
    simulation.metrics().figure(machine + ".last-route-change", Unit.NANOSECONDS, this::lastNs);
    simulation
        .metrics()
        .figure(machine + ".settling-time", Unit.NANOSECONDS, () -> settlingNs(simulation));
    routes.onChange(
        (prefix, before, after) -> {
          changes.increment();
          lastNs = simulation.now();
        });
  }

  /** From the end of the warm-up to the last change; NaN if there was none since. */
  private double settlingNs(Simulation simulation) {
    double sinceNs = (double) (simulation.now() - simulation.metrics().measuredNs());
    return lastNs == NEVER || lastNs < sinceNs ? Double.NaN : lastNs - sinceNs;
  }

  long changes() {
    return changes.value();
  }

  /** In nanoseconds; NaN if there was none. */
  double lastNs() {
    return lastNs == NEVER ? Double.NaN : lastNs;
  }
}
