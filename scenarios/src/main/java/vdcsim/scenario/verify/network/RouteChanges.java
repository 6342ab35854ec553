package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.Route;
import vdcsim.network.stack.Stack;

/** Every change of a route in use, of all routers of a case. */
final class RouteChanges {
  private final List<Change> changes = new ArrayList<>();

  private RouteChanges() {}

  /**
   * A route in use has changed.
   *
   * @param after the one in use from now on, if any
   */
  record Change(long atNs, String router, Ipv4Prefix prefix, Optional<Route> after) {}

  /** Listens at every router, from now on. */
  static RouteChanges of(Network network, World world) {
    RouteChanges log = new RouteChanges();
    for (Device.Router router : network.all(Device.Router.class)) {
      world
          .find(router.name(), Stack.class)
          .ifPresent(stack -> log.listen(router.name(), stack, world));
    }
    return log;
  }

  private void listen(String router, Stack stack, World world) {
    stack
        .routes()
        .onChange(
            (prefix, before, after) ->
                changes.add(new Change(world.simulation().now(), router, prefix, after)));
  }

  /** All changes after an instant, and before another. */
  List<Change> between(long fromNs, long toNs) {
    return changes.stream().filter(c -> c.atNs() > fromNs && c.atNs() < toNs).toList();
  }

  /** The first change after an instant, and before another. */
  OptionalLong firstNs(long fromNs, long toNs) {
    return between(fromNs, toNs).stream().mapToLong(Change::atNs).min();
  }

  /**
   * The last change after an instant, and before another. What happens at the instant itself is
   * left out: a route over a port that loses its carrier vanishes at once, and was not recorded.
   */
  OptionalLong lastNs(long fromNs, long toNs) {
    return between(fromNs, toNs).stream().mapToLong(Change::atNs).max();
  }
}
