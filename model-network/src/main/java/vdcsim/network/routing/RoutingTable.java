package vdcsim.network.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * The routes of a router: what every source offers for each network, and which route is in use.
 *
 * <p>For a network the usable route of the least administrative distance wins, then of the least
 * metric. A route is usable if one of its next hops is: over an interface that is up, or through a
 * gateway to which a more special route leads. So a route may come and go with another one, and a
 * change runs on until nothing changes any more.
 */
public final class RoutingTable {
  /** The distance of a route that is known but never used. */
  static final int NEVER = 255;

  private static final Comparator<Route> PREFERENCE =
      Comparator.comparingInt(Route::distance)
          .thenComparingLong(Route::metric)
          .thenComparing(Route::source);

  private final Map<Ipv4Prefix, List<Route>> candidates = new TreeMap<>();
  private final ForwardingTrie<Installed> installed = new ForwardingTrie<>();
  private final Set<String> interfacesUp = new TreeSet<>();
  private final Map<Ipv4Address, Tracked> tracked = new TreeMap<>();
  private final Map<Ipv4Prefix, Set<Ipv4Address>> gatewaysOf = new TreeMap<>();

  // Made anew when one is added, so that telling them needs no copy.
  private List<RouteListener> listeners = List.of();

  private final Deque<Ipv4Prefix> due = new ArrayDeque<>();
  private boolean settling;

  /** A route in use, and its next hops with an interface each. */
  private record Installed(Route route, List<NextHop> ways) {
    private static final Installed NONE =
        new Installed(Route.blackhole(Ipv4Prefix.ALL, RouteSource.STATIC, 255), List.of());

    boolean isSame(Installed other) {
      return route.equals(other.route) && ways.equals(other.ways);
    }
  }

  /** An address that routes go through, or that somebody watches. */
  private static final class Tracked {
    private Reach reach = Reach.NONE;
    private final Set<Ipv4Prefix> users = new TreeSet<>();
    private final List<Runnable> watchers = new ArrayList<>();
  }

  /** Tells {@code listener} of every change from now on. */
  public void onChange(RouteListener listener) {
    List<RouteListener> more = new ArrayList<>(listeners);
    more.add(listener);
    listeners = List.copyOf(more);
  }

  /** An interface can be used from now on, or no longer. */
  public void interfaceChanged(String name, boolean up) {
    boolean changed = up ? interfacesUp.add(name) : interfacesUp.remove(name);
    if (changed) {
      due.addAll(candidates.keySet());
      settle();
    }
  }

  /**
   * Offers a route; it replaces what the same source offered for the network at the same distance.
   */
  public void offer(Route route) {
    List<Route> known = candidates.computeIfAbsent(route.prefix(), p -> new ArrayList<>(1));
    if (known.contains(route)) {
      return;
    }
    replace(known, route);
    track(route.prefix(), known);
    due.add(route.prefix());
    settle();
  }

  private static void replace(List<Route> known, Route route) {
    if (known.size() == 1 && isOfOneOrigin(known.get(0), route)) {
      known.set(0, route);
      return;
    }
    known.removeIf(r -> isOfOneOrigin(r, route));
    known.add(route);
    known.sort(PREFERENCE);
  }

  private static boolean isOfOneOrigin(Route a, Route b) {
    return a.source() == b.source() && a.distance() == b.distance();
  }

  /** Takes back what a source offered for a network. */
  public void withdraw(Ipv4Prefix prefix, RouteSource source) {
    List<Route> known = candidates.getOrDefault(prefix, List.of());
    if (known.stream().anyMatch(r -> r.source() == source)) {
      known.removeIf(r -> r.source() == source);
      if (known.isEmpty()) {
        candidates.remove(prefix);
      }
      track(prefix, known);
      due.add(prefix);
      settle();
    }
  }

  /** Takes back one route, and leaves what its source offers at other distances. */
  public void withdraw(Route route) {
    List<Route> known = candidates.getOrDefault(route.prefix(), List.of());
    List<Route> others = known.stream().filter(other -> !other.equals(route)).toList();
    if (others.size() < known.size()) {
      withdraw(route.prefix(), route.source());
      others.stream().filter(other -> other.source() == route.source()).forEach(this::offer);
    }
  }

  /** The route in use for a network itself. */
  public Optional<Route> selected(Ipv4Prefix prefix) {
    Installed found = installed.at(prefix, Installed.NONE);
    return found.equals(Installed.NONE) ? Optional.empty() : Optional.of(found.route());
  }

  /** All routes in use, in the order of networks, each with its ways. */
  public List<Reach> selected() {
    List<Reach> routes = new ArrayList<>();
    installed.all().forEach(e -> routes.add(reach(e.getValue())));
    return routes;
  }

  /** Everything that is offered for a network, the preferred first. */
  public List<Route> candidates(Ipv4Prefix prefix) {
    return List.copyOf(candidates.getOrDefault(prefix, List.of()));
  }

  /** All networks of which a route is known, in order. */
  public List<Ipv4Prefix> networks() {
    return List.copyOf(candidates.keySet());
  }

  /** The ways of a route, with an interface each; empty where it cannot be used now. */
  List<NextHop> usable(Route route) {
    return ways(route);
  }

  /** The way to an address: the longest prefix that holds it decides. */
  public Reach lookUp(Ipv4Address destination) {
    Installed found = installed.longest(destination, Installed.NONE);
    return found.equals(Installed.NONE) ? Reach.NONE : reach(found);
  }

  /**
   * The equal ways to an address, without an object: empty where there is none, or where packets
   * are thrown away.
   */
  public List<NextHop> ways(Ipv4Address destination) {
    return installed.longest(destination, Installed.NONE).ways();
  }

  private static Reach reach(Installed found) {
    return new Reach(Optional.of(found.route()), found.ways());
  }

  /** Watches the way to an address; {@code onChange} runs whenever it becomes another. */
  public void watch(Ipv4Address address, Runnable onChange) {
    Tracked entry = tracked(address);
    entry.watchers.add(onChange);
  }

  private Tracked tracked(Ipv4Address address) {
    Tracked entry = tracked.get(address);
    if (entry == null) {
      entry = new Tracked();
      entry.reach = throughGateway(address);
      tracked.put(address, entry);
    }
    return entry;
  }

  /** Notes which gateways the candidates of a network go through. */
  private void track(Ipv4Prefix prefix, List<Route> known) {
    Set<Ipv4Address> gateways = gateways(known);
    if (gateways.isEmpty() && (gatewaysOf.isEmpty() || !gatewaysOf.containsKey(prefix))) {
      return;
    }
    for (Ipv4Address old : gatewaysOf.getOrDefault(prefix, Set.of())) {
      tracked(old).users.remove(prefix);
    }
    gateways.forEach(gateway -> tracked(gateway).users.add(prefix));
    if (gateways.isEmpty()) {
      gatewaysOf.remove(prefix);
    } else {
      gatewaysOf.put(prefix, gateways);
    }
  }

  /** The gateways whose own routes say over which interface they are reached. */
  private static Set<Ipv4Address> gateways(List<Route> routes) {
    Set<Ipv4Address> gateways = Set.of();
    for (Route route : routes) {
      for (NextHop hop : route.nextHops()) {
        if (hop.interfaceName().isEmpty()) {
          gateways = gateways.isEmpty() ? new TreeSet<>() : gateways;
          gateways.add(hop.gateway().orElseThrow());
        }
      }
    }
    return gateways;
  }

  /** Works off what is due; listeners may add more. */
  private void settle() {
    if (settling) {
      return;
    }
    settling = true;
    try {
      while (!due.isEmpty()) {
        decide(due.removeFirst());
      }
    } finally {
      settling = false;
    }
  }

  private void decide(Ipv4Prefix prefix) {
    Installed before = installed.at(prefix, Installed.NONE);
    Installed after = best(prefix);
    if (before.isSame(after)) {
      return;
    }
    if (after.isSame(Installed.NONE)) {
      installed.remove(prefix);
    } else {
      installed.put(prefix, after);
    }
    retrack(prefix);
    for (RouteListener listener : listeners) {
      listener.changed(prefix, route(before), route(after));
    }
  }

  private static Optional<Route> route(Installed entry) {
    return entry.equals(Installed.NONE) ? Optional.empty() : Optional.of(entry.route());
  }

  private Installed best(Ipv4Prefix prefix) {
    for (Route route : candidates.getOrDefault(prefix, List.of())) {
      if (route.distance() == NEVER) {
        continue;
      }
      List<NextHop> ways = ways(route);
      if (route.isBlackhole() || !ways.isEmpty()) {
        return new Installed(route, ways);
      }
    }
    return Installed.NONE;
  }

  private List<NextHop> ways(Route route) {
    if (allCanBeUsed(route.nextHops())) {
      return route.nextHops();
    }
    Set<NextHop> ways = new TreeSet<>();
    for (NextHop hop : route.nextHops()) {
      if (hop.interfaceName().isPresent()) {
        if (interfacesUp.contains(hop.interfaceName().get())) {
          ways.add(hop);
        }
      } else if (!route.prefix().equals(throughPrefix(hop))) {
        ways.addAll(tracked(hop.gateway().orElseThrow()).reach.ways());
      }
    }
    return List.copyOf(ways);
  }

  /** Whether every next hop has an interface of its own that is up; the usual case. */
  private boolean allCanBeUsed(List<NextHop> hops) {
    for (NextHop hop : hops) {
      if (hop.interfaceName().isEmpty() || !interfacesUp.contains(hop.interfaceName().get())) {
        return false;
      }
    }
    return true;
  }

  /** The network whose route leads to a gateway; a route never leads to itself. */
  private Ipv4Prefix throughPrefix(NextHop hop) {
    Reach reach = tracked(hop.gateway().orElseThrow()).reach;
    return reach.route().map(Route::prefix).orElse(Ipv4Prefix.ALL);
  }

  /** A change at a network may change the way to every gateway within it. */
  private void retrack(Ipv4Prefix prefix) {
    for (Map.Entry<Ipv4Address, Tracked> entry : tracked.entrySet()) {
      if (!prefix.contains(entry.getKey())) {
        continue;
      }
      Reach now = throughGateway(entry.getKey());
      if (!now.equals(entry.getValue().reach)) {
        entry.getValue().reach = now;
        due.addAll(entry.getValue().users);
        List.copyOf(entry.getValue().watchers).forEach(Runnable::run);
      }
    }
  }

  /**
   * The way to a gateway: a default route does not count (FRRouting, {@code ip nht
   * resolve-via-default}, off), nor one whose packets are thrown away.
   */
  private Reach throughGateway(Ipv4Address gateway) {
    Installed found = installed.longest(gateway, Installed.NONE);
    if (found.equals(Installed.NONE)
        || found.route().prefix().length() == 0
        || found.route().isBlackhole()) {
      return Reach.NONE;
    }
    List<NextHop> ways =
        found.ways().stream()
            .map(way -> way.gateway().isPresent() ? way : connectedTo(way, gateway))
            .toList();
    return new Reach(Optional.of(found.route()), ways);
  }

  private static NextHop connectedTo(NextHop way, Ipv4Address gateway) {
    return NextHop.via(way.interfaceName().orElseThrow(), gateway);
  }
}
