package vdcsim.network.ospf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.HubSpec;
import vdcsim.hardware.ethernet.Link;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.network.Lan;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.routing.RedistributeSpec;
import vdcsim.network.routing.Route;
import vdcsim.network.stack.Stack;

/**
 * Routers with OSPF, and cables between them. Cable number n is network 10.n/256.n%256.0/24, whose
 * first end has address 1; router number n has loopback 10.255.n/256.n%256.
 */
final class OspfNetwork {
  private final Lan lan = new Lan();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<String> cables = new ArrayList<>();
  private int number;

  /** How an end of a cable speaks OSPF. */
  static final class End {
    String area = "0";
    NetworkType type = NetworkType.POINT_TO_POINT;
    int cost = 10;
    int priority = 1;
    int helloS = 1;
    int deadS = 4;
    boolean passive;

    OspfInterfaceSpec spec() {
      return new OspfInterfaceSpec(
          area,
          type,
          Optional.of(cost),
          priority,
          Duration.ofSeconds(helloS),
          Duration.ofSeconds(deadS),
          passive,
          Duration.ofSeconds(5),
          1);
    }
  }

  /** A router before it is made. */
  final class Node {
    final String name;
    final String loopback;
    final Map<String, RouterInterfaceSpec> interfaces = new LinkedHashMap<>();
    final Map<String, End> ends = new LinkedHashMap<>();
    final Map<String, OspfAreaSpec> areas = new LinkedHashMap<>();
    String loopbackArea = "0";
    String routerId;
    Optional<DefaultOriginateSpec> defaultOriginate = Optional.empty();
    List<RedistributeSpec> redistribute = List.of();
    List<vdcsim.network.stack.StaticRouteSpec> routes = List.of();
    Duration lsaInterval = Duration.ZERO;

    Node(String name, int number) {
      this.name = name;
      this.loopback = "10.255." + number / 256 + "." + number % 256;
      this.routerId = loopback;
    }

    OspfSpec spec() {
      Map<String, OspfInterfaceSpec> spoken = new LinkedHashMap<>();
      ends.forEach((port, end) -> spoken.put(port, end.spec()));
      return new OspfSpec(
          Optional.of(routerId),
          areas,
          spoken,
          Optional.of(loopbackArea),
          redistribute,
          defaultOriginate,
          DataRate.ofGigabits(100),
          Optional.empty(),
          lsaInterval);
    }
  }

  static OspfAreaSpec area(AreaType type) {
    return new OspfAreaSpec(type, 1, List.of(), List.of());
  }

  Lan lan() {
    return lan;
  }

  Node node(String name) {
    return nodes.computeIfAbsent(name, n -> new Node(n, nodes.size() + 1));
  }

  /** An interface of a router, before the network is made. */
  End end(String router, String port) {
    return node(router).ends.get(port);
  }

  /** A cable of the next network; returns its number. Ports are named p1, p2 and so on. */
  int cable(String first, String second) {
    number++;
    cables.add(port(first, 1) + " -- " + port(second, 2));
    return number;
  }

  /** A hub of the next network, which joins all these routers. */
  int segment(String... routers) {
    number++;
    String hub = "hub" + number;
    HubSpec.make(hub, new HubSpec(DataRate.ofGigabits(1), Duration.ZERO), lan.world());
    for (int i = 0; i < routers.length; i++) {
      cables.add(port(routers[i], i + 1) + " -- " + hub);
      List<End> all = new ArrayList<>(node(routers[i]).ends.values());
      all.get(all.size() - 1).type = NetworkType.BROADCAST;
    }
    return number;
  }

  private String port(String router, int host) {
    Node node = node(router);
    String port = "p" + (node.interfaces.size() + 1);
    String ip = "10." + number / 256 + "." + number % 256 + "." + host + "/24";
    node.interfaces.put(port, new RouterInterfaceSpec(ip));
    node.ends.put(port, new End());
    return router + "." + port;
  }

  /** Makes all of it. */
  OspfNetwork make() {
    for (Node node : nodes.values()) {
      lan.connect(
          Router.make(
              node.name,
              new RouterSpec(
                  node.interfaces, List.of(node.loopback + "/32"), node.routes, true, 1000, 1500),
              lan.world()));
    }
    lan.links(cables.toArray(String[]::new));
    nodes.values().forEach(n -> lan.connect(Ospf.make(n.name, n.spec(), lan.world())));
    return this;
  }

  OspfNetwork runUntil(double seconds) {
    lan.runUntil(seconds);
    return this;
  }

  List<String> names() {
    return List.copyOf(nodes.keySet());
  }

  Ospf ospf(String router) {
    return lan.world().find(router, Ospf.class).orElseThrow();
  }

  OspfTables tables(String router) {
    return ospf(router).tables();
  }

  Stack stack(String router) {
    return lan.world().find(router, Stack.class).orElseThrow();
  }

  List<String> database(String router, String area) {
    return tables(router).databaseOf(AreaId.parse(area));
  }

  /** Its neighbours, as {@code p1 10.255.0.2 Full/-}. */
  List<String> neighbours(String router) {
    return tables(router).neighbours().stream()
        .map(row -> row.interfaceName() + " " + row.router() + " " + row.state())
        .toList();
  }

  /** Its interfaces, as {@code p1 DR}. */
  List<String> interfaces(String router) {
    return tables(router).interfaces().stream().map(row -> row.name() + " " + row.state()).toList();
  }

  /** The metric of the route in use for a network; -1 if there is none. */
  long metric(String router, String prefix) {
    return stack(router).routes().selected(Ipv4Prefix.parse(prefix)).map(Route::metric).orElse(-1L);
  }

  /** A cable, by its place in the order in which they were laid, from 0. */
  Link link(int index) {
    return lan.world().all(Link.class).get(index);
  }

  double metric(String name) {
    return lan.metric(name);
  }
}
