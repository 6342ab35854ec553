package vdcsim.network.rip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.Lan;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.routing.Route;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.StaticRouteSpec;
import vdcsim.network.udp.Datagram;

/** Routers that speak RIP, with update 5 s, timeout 15 s and garbage 10 s unless said otherwise. */
final class RipLab {
  static final RipTimersSpec QUICK =
      new RipTimersSpec(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(10));

  private final Lan lan = new Lan();

  /** A message as it went over a cable. */
  record Sent(double atS, String port, Ipv4Packet packet) {
    RipMessage message() {
      return (RipMessage) ((Datagram) packet.content()).content();
    }

    Optional<Long> metricOf(String network) {
      Ipv4Address address = Ipv4Prefix.parse(network).address();
      return message().entries().stream()
          .filter(entry -> entry.address().equals(address))
          .map(RouteEntry::metric)
          .findFirst();
    }
  }

  static RipSpec spec(SplitHorizon splitHorizon) {
    return spec(Optional.empty(), splitHorizon, false, Map.of());
  }

  static RipSpec spec(
      Optional<Integer> version,
      SplitHorizon splitHorizon,
      boolean ecmp,
      Map<String, RipInterfaceSpec> interfaces) {
    return new RipSpec(
        version, Optional.of(QUICK), splitHorizon, ecmp, false, List.of(), interfaces, List.of());
  }

  Lan lan() {
    return lan;
  }

  /** A router with interfaces p1, p2 and so on. */
  void router(String name, RipSpec spec, String... addresses) {
    silentRouter(name, addresses);
    lan.connect(Rip.make(name, spec, lan.world()));
  }

  void silentRouter(String name, String... addresses) {
    router(name, List.of(), List.of(), addresses);
  }

  void router(
      String name, List<String> loopbacks, List<StaticRouteSpec> routes, String... addresses) {
    Map<String, RouterInterfaceSpec> interfaces = new LinkedHashMap<>();
    for (String address : addresses) {
      interfaces.put("p" + (interfaces.size() + 1), new RouterInterfaceSpec(address));
    }
    lan.connect(
        Router.make(
            name, new RouterSpec(interfaces, loopbacks, routes, true, 1000, 1500), lan.world()));
  }

  /** Routers r1, r2 and so on in a line; r1 has a network of its own, 10.9.0.0/24, at p1. */
  void line(int routers, RipSpec spec) {
    for (int i = 1; i <= routers; i++) {
      String left = i == 1 ? "10.9.0.1/24" : "10.0." + (i - 1) + ".2/24";
      if (i < routers) {
        router("r" + i, spec, left, "10.0." + i + ".1/24");
      } else {
        router("r" + i, spec, left);
      }
    }
    lan.hosts("h1");
    lan.address("h1", "10.9.0.9/24");
    lan.links("r1.p1 -- h1");
    for (int i = 1; i < routers; i++) {
      lan.links("r%d.p2 -- r%d.p1".formatted(i, i + 1));
    }
  }

  Rip rip(String router) {
    return lan.world().find(router, Rip.class).orElseThrow();
  }

  /** The ways to a network as {@code metric via next hop}, in the order of the table. */
  List<String> ways(String router, String network) {
    return rip(router).table().stream()
        .filter(row -> row.network().equals(Ipv4Prefix.parse(network)))
        .map(row -> row.metric() + " via " + row.nextHop())
        .toList();
  }

  Optional<Route> route(String router, String network) {
    return lan.world()
        .find(router, Stack.class)
        .orElseThrow()
        .routes()
        .selected(Ipv4Prefix.parse(network));
  }

  /** Notes all messages of RIP that leave a port from now on. */
  List<Sent> tap(String port) {
    List<Sent> sent = new ArrayList<>();
    Router router =
        lan.world().find(port.substring(0, port.indexOf('.')), Router.class).orElseThrow();
    router
        .port(port.substring(port.indexOf('.') + 1))
        .tap(
            new vdcsim.hardware.ethernet.FrameTap() {
              @Override
              public void sent(
                  vdcsim.hardware.ethernet.EthernetPort by, vdcsim.hardware.ethernet.Frame frame) {
                if (frame.payload() instanceof Ipv4Packet packet
                    && packet.content() instanceof Datagram) {
                  sent.add(new Sent(lan.simulation().now() / 1e9, by.name(), packet));
                }
              }

              @Override
              public void received(
                  vdcsim.hardware.ethernet.EthernetPort by, vdcsim.hardware.ethernet.Frame frame) {}
            });
    return sent;
  }
}
