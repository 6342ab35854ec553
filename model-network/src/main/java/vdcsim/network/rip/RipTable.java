package vdcsim.network.rip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * What a router knows by RIP: for each network one way, or several equal ones; ways out of reach
 * until they are forgotten (RFC 2453, 3.9.2; the cases as FRRouting's ripd tells them apart).
 */
final class RipTable {
  private final Simulation simulation;
  private final boolean equalCost;
  private final long timeoutNs;
  private final long garbageNs;
  private final RipTableUser user;
  private final Map<Ipv4Prefix, Node> nodes = new TreeMap<>();
  private final Map<Ipv4Prefix, Node> changed = new TreeMap<>();

  /** A network, and its ways; all of them but a single one can be reached. */
  private static final class Node {
    private final Ipv4Prefix prefix;
    private final List<Way> ways = new ArrayList<>();

    private Node(Ipv4Prefix prefix) {
      this.prefix = prefix;
    }

    private RipRoute first() {
      return ways.get(0).route;
    }

    private List<RipRoute> routes() {
      return ways.stream().map(way -> way.route).toList();
    }
  }

  /** A way, and the timer that ends it: the timeout while it can be reached, then the garbage. */
  private static final class Way {
    private RipRoute route;
    private final Timer timer;

    private Way(RipRoute route, Simulation simulation, Consumer<Way> onExpiry) {
      this.route = route;
      this.timer = new Timer(simulation, () -> onExpiry.accept(this));
    }
  }

  RipTable(Simulation simulation, RipSpec spec, RipTableUser user) {
    this.simulation = simulation;
    this.equalCost = spec.ecmp();
    this.timeoutNs = spec.times().timeout().toNanos();
    this.garbageNs = spec.times().garbage().toNanos();
    this.user = user;
  }

  /** The ways to every network, in the order of networks. */
  Map<Ipv4Prefix, List<RipRoute>> all() {
    return routes(nodes);
  }

  /** The ways to the networks that have changed since they were last {@link #told}. */
  Map<Ipv4Prefix, List<RipRoute>> changes() {
    return routes(changed);
  }

  private static Map<Ipv4Prefix, List<RipRoute>> routes(Map<Ipv4Prefix, Node> of) {
    Map<Ipv4Prefix, List<RipRoute>> routes = new TreeMap<>();
    of.forEach((prefix, node) -> routes.put(prefix, node.routes()));
    return routes;
  }

  /** All that has changed has been told. */
  void told() {
    changed.clear();
  }

  /** The ways to a network; none if nothing is known of it. */
  List<RipRoute> at(Ipv4Prefix prefix) {
    return nodes.containsKey(prefix) ? nodes.get(prefix).routes() : List.of();
  }

  /** A neighbour tells of a way (RFC 2453, 3.9.2). */
  void hear(Ipv4Prefix prefix, RipRoute heard) {
    Optional<Node> node = Optional.ofNullable(nodes.get(prefix));
    if (node.isEmpty()) {
      if (heard.isReachable()) {
        add(prefix, heard);
      }
    } else if (node.get().first().isLearned()) {
      hearAgain(node.get(), heard);
    } else {
      hearOfOwn(node.get(), heard);
    }
  }

  /** What the router has by itself yields to a way of no greater distance, or when it is gone. */
  private void hearOfOwn(Node node, RipRoute heard) {
    RipRoute own = node.first();
    boolean yields =
        !own.isReachable()
            || (own.origin().kind() == RouteOrigin.Kind.REDISTRIBUTED
                && heard.distance() <= own.distance());
    if (yields && heard.isReachable()) {
      replace(node, heard);
    }
  }

  private void hearAgain(Node node, RipRoute heard) {
    Optional<Way> known =
        node.ways.stream()
            .filter(w -> w.route.from().equals(heard.from()))
            .filter(w -> w.route.nextHop().equals(heard.nextHop()))
            .findFirst();
    if (known.isPresent()) {
      heardFromTheSame(node, known.get(), heard);
    } else if (heard.metric() < node.first().metric()) {
      replace(node, heard);
    } else if (heard.metric() == node.first().metric() && heard.isReachable() && equalCost) {
      add(node.prefix, heard);
    }
  }

  private void heardFromTheSame(Node node, Way way, RipRoute heard) {
    boolean same = heard.over().equals(way.route.over());
    boolean other = heard.metric() != way.route.metric() || heard.tag() != way.route.tag();
    boolean better = heard.metric() < way.route.metric();
    if (!better && !(same && other)) {
      restartTimeout(way);
    } else if (better || (node.ways.size() == 1 && heard.isReachable())) {
      replace(node, heard);
    } else if (!heard.isReachable() || heard.metric() > way.route.metric()) {
      lose(node, way);
    } else {
      way.route = heard;
      install(node, way);
    }
  }

  /** The router has a network by itself, from now on; only an interface's own stays. */
  void put(Ipv4Prefix prefix, RipRoute own) {
    Optional<Node> node = Optional.ofNullable(nodes.get(prefix));
    if (node.isEmpty()) {
      add(prefix, own);
    } else if (!staysBefore(node.get().first(), own)) {
      replace(node.get(), own);
    }
  }

  private static boolean staysBefore(RipRoute known, RipRoute own) {
    return switch (known.origin().kind()) {
      case INTERFACE -> known.isReachable();
      case DEFAULT -> own.origin().kind() != RouteOrigin.Kind.DEFAULT;
      case LEARNED, REDISTRIBUTED -> false;
    };
  }

  /** The route of another source that the router told as its own is gone. */
  void takeRedistributed(Ipv4Prefix prefix) {
    Node node = nodes.get(prefix);
    if (node != null
        && node.first().origin().kind() == RouteOrigin.Kind.REDISTRIBUTED
        && node.first().isReachable()) {
      lose(node, node.ways.get(0));
    }
  }

  /** Whatever goes over an interface is out of reach. */
  void interfaceLost(String interfaceName) {
    for (Node node : List.copyOf(nodes.values())) {
      for (Way way : List.copyOf(node.ways)) {
        if (way.route.isOver(interfaceName)) {
          lose(node, way);
        }
      }
    }
  }

  private void add(Ipv4Prefix prefix, RipRoute route) {
    Node node = nodes.computeIfAbsent(prefix, Node::new);
    Way way = new Way(route, simulation, w -> expired(node, w));
    node.ways.add(way);
    install(node, way);
  }

  private void replace(Node node, RipRoute route) {
    if (node.first().isLearned() && !route.isLearned()) {
      user.use(node.prefix, List.of());
    }
    node.ways.forEach(way -> way.timer.stop());
    node.ways.clear();
    add(node.prefix, route);
  }

  private void install(Node node, Way way) {
    if (way.route.isLearned()) {
      restartTimeout(way);
      user.use(node.prefix, node.routes());
    }
    mark(node);
  }

  private void restartTimeout(Way way) {
    if (way.route.isLearned() && way.route.isReachable()) {
      way.timer.start(timeoutNs);
    }
  }

  private void expired(Node node, Way way) {
    if (way.route.isReachable()) {
      lose(node, way);
    } else {
      nodes.remove(node.prefix);
      changed.remove(node.prefix);
    }
  }

  /** One of several ways goes at once; the last one stays, out of reach, until it is garbage. */
  private void lose(Node node, Way way) {
    boolean learned = way.route.isLearned();
    if (node.ways.size() > 1) {
      way.timer.stop();
      node.ways.remove(way);
      user.use(node.prefix, node.routes());
    } else if (way.route.isReachable()) {
      way.route = way.route.outOfReach();
      way.timer.start(garbageNs);
      if (learned) {
        user.use(node.prefix, List.of());
      }
    }
    mark(node);
  }

  private void mark(Node node) {
    changed.put(node.prefix, node);
    user.changed(node.prefix, node.first());
  }
}
