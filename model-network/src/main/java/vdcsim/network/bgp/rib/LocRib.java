package vdcsim.network.bgp.rib;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.routing.RoutingTable;

/**
 * The table of a speaker: all paths, and for each network the best (RFC 4271, 3.2 and 9.1). A
 * change waits for a while with others, then the decision is made, the routing table told, and
 * whoever announces.
 */
public final class LocRib {
  private final RoutingTable routes;
  private final DecisionSettings settings;
  private final long delayNs;
  private final Aggregates aggregates;
  private final NavigableMap<Ipv4Prefix, Entry> entries = new TreeMap<>();
  private final Set<Ipv4Prefix> due = new LinkedHashSet<>();
  private final Set<Ipv4Prefix> toTellAgain = new TreeSet<>();
  private final Timer timer;
  private final Consumer<Entry> onBest;

  /**
   * An empty table.
   *
   * @param delayNs how long a change waits
   * @param onBest hears of every network whose best path is another, or is to be told anew
   */
  public LocRib(
      Simulation simulation,
      RoutingTable routes,
      DecisionSettings settings,
      long delayNs,
      List<Aggregates.Setting> aggregates,
      Peering self,
      Consumer<Entry> onBest) {
    this.routes = routes;
    this.settings = settings;
    this.delayNs = delayNs;
    this.aggregates = new Aggregates(aggregates, self, this);
    this.timer = new Timer(simulation, this::process);
    this.onBest = onBest;
  }

  /** How it decides. */
  public DecisionSettings settings() {
    return settings;
  }

  /** All networks, in the order of addresses. */
  public Collection<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** What is known of a network. */
  public Optional<Entry> at(Ipv4Prefix prefix) {
    return Optional.ofNullable(entries.get(prefix));
  }

  /** The networks within another one, itself left out. */
  Collection<Entry> within(Ipv4Prefix outer) {
    Ipv4Prefix last = Ipv4Prefix.of(outer.broadcast(), 32);
    return entries.subMap(outer, false, last, true).values().stream()
        .filter(entry -> outer.contains(entry.prefix()))
        .toList();
  }

  /** A path is there from now on, in place of an older one from the same source. */
  public void put(Ipv4Prefix prefix, Path path) {
    if (entries.computeIfAbsent(prefix, Entry::new).put(path)) {
      path.nextHop().usedBy(prefix);
      touch(prefix);
    }
  }

  /** A path is gone. */
  public void remove(Ipv4Prefix prefix, Peering peer, Path.Kind kind) {
    Entry entry = entries.get(prefix);
    if (entry != null && entry.remove(peer, kind)) {
      touch(prefix);
    }
  }

  /** The decision must be made anew. */
  public void touch(Ipv4Prefix prefix) {
    due.add(prefix);
    if (!timer.isRunning()) {
      timer.start(delayNs);
    }
  }

  /** The neighbours must be told anew, even if the best path stays. */
  void tellAgain(Ipv4Prefix prefix) {
    toTellAgain.add(prefix);
    touch(prefix);
  }

  /** Whether an aggregate speaks for a network. */
  public boolean isSuppressed(Ipv4Prefix prefix) {
    return aggregates.isSuppressed(prefix);
  }

  private void process() {
    while (!due.isEmpty()) {
      List<Ipv4Prefix> now = List.copyOf(due);
      due.clear();
      now.forEach(this::decide);
      aggregates.follow();
    }
    timer.stop();
  }

  private void decide(Ipv4Prefix prefix) {
    Entry entry = entries.get(prefix);
    if (entry == null) {
      return;
    }
    Entry.Change change = entry.choose(settings);
    if (change.used()) {
      install(entry);
    }
    boolean again = toTellAgain.remove(prefix);
    if (change.best() || again) {
      onBest.accept(entry);
    }
    aggregates.touch(prefix);
    if (entry.isEmpty()) {
      entries.remove(prefix);
    }
  }

  private void install(Entry entry) {
    Optional<Route> route = entry.best().flatMap(best -> route(entry, best));
    Optional<RouteSource> source = route.map(Route::source);
    entry
        .installed()
        .filter(old -> !source.equals(Optional.of(old)))
        .ifPresent(old -> routes.withdraw(entry.prefix(), old));
    entry.installed(source);
    route.ifPresent(routes::offer);
  }

  private static Optional<Route> route(Entry entry, Path best) {
    if (best.kind() == Path.Kind.AGGREGATE) {
      return Optional.of(
          Route.blackhole(entry.prefix(), RouteSource.IBGP, RouteSource.IBGP.distance()));
    } else if (best.isLocal()) {
      return Optional.empty();
    }
    RouteSource source = best.peer().isExternal() ? RouteSource.EBGP : RouteSource.IBGP;
    List<NextHop> hops =
        entry.selection().used().stream()
            .map(path -> NextHop.recursive(path.nextHop().address()))
            .toList();
    PathAttributes attributes = best.attributes();
    return Optional.of(Route.of(entry.prefix(), source, attributes.med().orElse(0L), hops));
  }
}
