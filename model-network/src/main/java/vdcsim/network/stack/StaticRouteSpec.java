package vdcsim.network.stack;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;

/** What a scenario says about a route that is written down. */
@Doc("A static route: to a network, through a gateway, over an interface, or into nothing.")
public record StaticRouteSpec(
    @Key(value = "The network; 0.0.0.0/0 is the default route.", example = "10.2.0.0/16") String to,
    @Key(value = "The gateway, or several that share the packets.", example = "10.0.0.254")
        List<String> via,
    @Key(value = "The interface, where the gateway's address does not say it.", example = "eth1")
        Optional<String> over,
    @Key(value = "Whether its packets are thrown away.", fallback = "false") boolean blackhole,
    @Key(
            value = "The administrative distance: a higher one makes a route that steps in later.",
            fallback = "1",
            source = "FRRouting and Cisco, static routes",
            example = "250")
        int distance) {

  public StaticRouteSpec {
    via = List.copyOf(via);
    checked("to", () -> Ipv4Prefix.parse(to));
    for (String gateway : via) {
      checked("via", () -> Ipv4Address.parse(gateway));
    }
    if (blackhole == (!via.isEmpty() || over.isPresent())) {
      throw new Refusal("", "a route needs 'via', 'over', or 'blackhole: true'");
    }
    if (distance < 1 || distance > 255) {
      throw new Refusal("distance", "a distance lies from 1 to 255, was " + distance);
    }
  }

  private static void checked(String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  /** The route. */
  Route route() {
    Ipv4Prefix prefix = Ipv4Prefix.parse(to);
    if (blackhole) {
      return Route.blackhole(prefix, RouteSource.STATIC, distance);
    }
    List<NextHop> hops =
        via.isEmpty()
            ? List.of(NextHop.connected(over.orElseThrow()))
            : via.stream()
                .map(Ipv4Address::parse)
                .map(g -> new NextHop(over, Optional.of(g)))
                .toList();
    return new Route(prefix, RouteSource.STATIC, distance, 0, hops);
  }
}
