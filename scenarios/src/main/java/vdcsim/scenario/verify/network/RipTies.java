package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/**
 * Neighbours that are as near to a network as the one that a router has chosen. RIP stays with
 * which of them it heard first, so that a recorded choice is one of several right ones.
 *
 * @param gateways their addresses
 * @param ports the router's ports at which they are
 */
record RipTies(List<String> gateways, List<String> ports) {
  private static final int INFINITY = 16;

  RipTies {
    gateways = List.copyOf(gateways);
    ports = List.copyOf(ports);
  }

  /**
   * The neighbours whose recorded metric is that of the chosen one.
   *
   * @param chosen the address of the recorded next hop
   */
  static RipTies of(RecordedRouters all, String router, String prefix, String chosen)
      throws UnreadableCase {
    List<String> gateways = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    OptionalInt metric = metric(all, owner(all.network(), chosen), prefix);
    for (Cable cable : all.network().cables()) {
      for (Cable.End mine : cable.ends()) {
        for (Cable.End other : cable.ends()) {
          if (mine.node().equals(router)
              && !other.node().equals(router)
              && metric.isPresent()
              && metric(all, Optional.of(other.node()), prefix).equals(metric)) {
            gateways.add(address(other));
            ports.add(mine.port());
          }
        }
      }
    }
    return new RipTies(gateways, ports);
  }

  private static String address(Cable.End end) {
    return end.ip().map(text -> Ipv4Interface.parse(text).address().toString()).orElse("");
  }

  private static Optional<String> owner(Network network, String address) {
    return network.ends().stream()
        .filter(end -> address(end).equals(address))
        .map(Cable.End::node)
        .findFirst();
  }

  /** The least metric that RIP was recorded to know at a router; none if it is infinity. */
  private static OptionalInt metric(RecordedRouters all, Optional<String> router, String prefix)
      throws UnreadableCase {
    int least = INFINITY;
    if (router.isPresent() && all.routers().has(router.get())) {
      Optional<Fields> table = all.routers().object(router.get()).optionalObject("rip");
      if (table.isPresent()) {
        for (Fields entry : table.get().objects(prefix)) {
          least = Math.min(least, entry.integer("metric", INFINITY));
        }
      }
    }
    return least < INFINITY ? OptionalInt.of(least) : OptionalInt.empty();
  }
}
