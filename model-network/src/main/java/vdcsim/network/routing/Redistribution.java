package vdcsim.network.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * Follows the routes in use of a router that come from given sources, so that a protocol can
 * announce them as its own (FRRouting, {@code redistribute}). A route that is known but not in use
 * is not taken over: another source, perhaps the protocol itself, has a better one.
 */
public final class Redistribution {
  private final List<RedistributeSpec> taken;
  private final Listener listener;

  private Redistribution(List<RedistributeSpec> taken, Listener listener) {
    this.taken = List.copyOf(taken);
    this.listener = listener;
  }

  /** What a protocol does with routes of others. */
  public interface Listener {
    /**
     * A route is taken over from now on, or another one in place of that for the same network.
     *
     * @param how what the scenario says about routes of its source: metric and type
     */
    void taken(Ipv4Prefix prefix, Route route, RedistributeSpec how);

    /** No route for this network is taken over any more. */
    void dropped(Ipv4Prefix prefix);
  }

  /**
   * Tells {@code listener} of every route in use that comes from one of the sources, in the order
   * of networks, and of every change from now on.
   *
   * @param taken the sources; of two entries for the same source the first holds
   */
  public static void start(RoutingTable table, List<RedistributeSpec> taken, Listener listener) {
    Redistribution redistribution = new Redistribution(taken, listener);
    Map<Ipv4Prefix, Optional<Route>> now = new LinkedHashMap<>();
    table
        .selected()
        .forEach(reach -> reach.route().ifPresent(r -> now.put(r.prefix(), Optional.of(r))));
    table.onChange(redistribution::changed);
    now.forEach((prefix, route) -> redistribution.changed(prefix, Optional.empty(), route));
  }

  private void changed(Ipv4Prefix prefix, Optional<Route> before, Optional<Route> after) {
    if (before.equals(after)) {
      return;
    }
    Optional<RedistributeSpec> how = after.flatMap(this::how);
    if (how.isPresent()) {
      listener.taken(prefix, after.orElseThrow(), how.get());
    } else if (before.flatMap(this::how).isPresent()) {
      listener.dropped(prefix);
    }
  }

  private Optional<RedistributeSpec> how(Route route) {
    return taken.stream().filter(spec -> spec.from().holds(route.source())).findFirst();
  }
}
