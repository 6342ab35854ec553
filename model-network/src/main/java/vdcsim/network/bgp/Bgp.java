package vdcsim.network.bgp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.bgp.message.AttributePool;
import vdcsim.network.bgp.message.Origin;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.rib.Entry;
import vdcsim.network.bgp.rib.LocRib;
import vdcsim.network.bgp.rib.NextHop;
import vdcsim.network.bgp.rib.NextHops;
import vdcsim.network.bgp.rib.Path;
import vdcsim.network.bgp.rib.Peering;
import vdcsim.network.bgp.session.Connection;
import vdcsim.network.bgp.session.ConnectionUser;
import vdcsim.network.bgp.session.SessionSettings;
import vdcsim.network.bgp.session.SessionTransport;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.RedistributeSpec;
import vdcsim.network.routing.Redistribution;
import vdcsim.network.routing.Route;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/** The BGP speaker of a router. */
public final class Bgp {
  private static final double SECOND = 1e9;

  /** RFC 4271, 10: jitter takes off up to a quarter. */
  private static final double LEAST_START = 0.75;

  /** FRRouting: BGP_DEFAULT_SUBGROUP_COALESCE_TIME, what a peer adds, and the longest. */
  private static final long FIRST_TABLE_NS = 1_000_000_000L;

  private static final long FIRST_TABLE_PER_PEER_NS = 50_000_000L;
  private static final long LONGEST_FIRST_NS = 10_000_000_000L;

  private static final int INTERNAL_TIME_TO_LIVE = 255;

  private final Simulation simulation;
  private final BgpSpec spec;
  private final Stack stack;
  private final SessionTransport transport;
  private final AttributePool pool;
  private final Ipv4Address routerId;
  private final Peering self;
  private final PeerLog log;
  private final NextHops nextHops;
  private final NextHop own = NextHop.self();
  private final LocRib table;
  private final Inbound inbound;
  private final Outbound outbound;
  private final Map<Ipv4Address, Peer> peers = new TreeMap<>();

  /** A speaker on a machine; it does nothing before {@link #start}. */
  Bgp(BgpSpec spec, Stack stack, SessionTransport transport, AttributePool pool) {
    this.simulation = stack.simulation();
    this.spec = spec;
    this.stack = stack;
    this.transport = transport;
    this.pool = pool;
    this.routerId = spec.routerId().map(Ipv4Address::parse).orElseGet(() -> highest(stack));
    this.self = Peering.self(spec.asn(), routerId);
    this.log = new PeerLog(simulation, stack.name());
    this.nextHops = new NextHops(stack.routes(), this::touch);
    this.table =
        new LocRib(
            simulation,
            stack.routes(),
            spec.decision(),
            spec.bestPathDelay().toNanos(),
            spec.aggregates().stream().map(AggregateSpec::setting).toList(),
            self,
            this::announce);
    Ipv4Address cluster = spec.clusterId().map(Ipv4Address::parse).orElse(routerId);
    this.inbound = new Inbound(spec.asn(), routerId, cluster, stack);
    this.outbound = new Outbound(spec.asn(), cluster);
    spec.neighbors().forEach(this::add);
  }

  /** Makes the speaker of a router, and starts it. */
  public static Wiring make(String router, BgpSpec spec, World world) {
    return () -> {
      Stack stack = Stacks.at("", router, world);
      Speakers speakers = Speakers.of(world);
      Bgp speaker = new Bgp(spec, stack, new TcpTransport(stack), speakers.pool());
      speakers.add(speaker, spec.neighbors());
      BgpTables.offer(speaker, world.simulation().tables());
      world.add(router, speaker);
      speaker.start();
    };
  }

  /** The highest loopback address, or the highest of all where there is none (FRRouting). */
  private static Ipv4Address highest(Stack stack) {
    return stack.loopbacks().stream()
        .max(Comparator.naturalOrder())
        .or(
            () ->
                stack.interfaces().stream()
                    .map(card -> card.address().address())
                    .max(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private void add(NeighborSpec neighbor) {
    if (stack.owns(neighbor.ip())) {
      throw new Refusal(
          "neighbors", neighbor.address() + " is an address of '" + stack.name() + "' itself");
    }
    SessionSettings settings =
        new SessionSettings(
            spec.asn(),
            routerId,
            neighbor.remoteAs(),
            neighbor.ip(),
            neighbor.updateSource().map(this::source),
            neighbor.remoteAs() == spec.asn() ? INTERNAL_TIME_TO_LIVE : neighbor.ebgpMultihop(),
            (int) spec.clocks().hold().toSeconds(),
            (int) spec.clocks().keepalive().toSeconds(),
            spec.connectRetry().toNanos());
    long interval = neighbor.advertisementInterval().orElse(spec.advertisementInterval()).toNanos();
    peers.put(neighbor.ip(), new Peer(this, neighbor, settings, interval));
  }

  private Ipv4Address source(String text) {
    if (text.equals(Stack.LOOPBACK)) {
      return stack.loopbacks().stream()
          .findFirst()
          .orElseThrow(
              () -> new Refusal("neighbors", "'" + stack.name() + "' has no loopback address"));
    }
    return stack.find(text).map(card -> card.address().address()).orElseGet(() -> ownAddress(text));
  }

  private Ipv4Address ownAddress(String text) {
    try {
      Ipv4Address address = Ipv4Address.parse(text);
      if (stack.owns(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Neither an interface nor an address: the refusal says both.
    }
    throw new Refusal(
        "neighbors",
        "update-source is lo, an interface or an address of '%s', was '%s'"
            .formatted(stack.name(), text));
  }

  /** Announces its networks and looks for its neighbours. */
  void start() {
    transport.listen(this::accept);
    stack.onInterfaceChange(this::cardChanged);
    spec.networks().forEach(text -> announceNetwork(Ipv4Prefix.parse(text)));
    if (!spec.redistribute().isEmpty()) {
      Redistribution.start(stack.routes(), spec.redistribute(), new Redistributed());
    }
    for (Peer peer : peers.values()) {
      RandomStream random =
          simulation.random().stream(stack.name() + ".bgp-idle-" + peer.address());
      double share = LEAST_START + (1 - LEAST_START) * random.nextDouble();
      peer.start((long) (SECOND * share));
      stack.routes().watch(peer.address(), () -> simulation.schedule(0, peer::wayChanged));
    }
  }

  private Optional<ConnectionUser> accept(Connection connection) {
    return Optional.ofNullable(peers.get(connection.remote())).map(p -> p.accept(connection));
  }

  private void cardChanged(Interface card) {
    if (!card.isUp()) {
      peers.values().forEach(peer -> peer.lostCard(card));
    }
  }

  private void touch(Collection<Ipv4Prefix> prefixes) {
    prefixes.forEach(table::touch);
  }

  /** Announces a network from now on. */
  public void announceNetwork(Ipv4Prefix prefix) {
    local(prefix, Path.Kind.NETWORK, PathAttributes.local(Origin.IGP, PathAttributes.SELF, 0));
  }

  /** Announces a network no longer. */
  public void withdrawNetwork(Ipv4Prefix prefix) {
    table.remove(prefix, self, Path.Kind.NETWORK);
  }

  private void local(Ipv4Prefix prefix, Path.Kind kind, PathAttributes attributes) {
    table.put(prefix, new Path(kind, self, share(attributes), Path.LOCAL_WEIGHT, own, false));
  }

  /** Takes over routes of other sources, with the next hop that they have. */
  private final class Redistributed implements Redistribution.Listener {
    @Override
    public void taken(Ipv4Prefix prefix, Route route, RedistributeSpec how) {
      Ipv4Address nextHop =
          route.nextHops().stream()
              .flatMap(hop -> hop.gateway().stream())
              .findFirst()
              .orElse(PathAttributes.SELF);
      long med = how.metric().orElse(route.metric());
      PathAttributes attributes = PathAttributes.local(Origin.INCOMPLETE, nextHop, med);
      local(prefix, Path.Kind.REDISTRIBUTED, attributes);
    }

    @Override
    public void dropped(Ipv4Prefix prefix) {
      table.remove(prefix, self, Path.Kind.REDISTRIBUTED);
    }
  }

  private void announce(Entry entry) {
    log.bestChanged();
    peers.values().forEach(peer -> tell(peer, entry));
  }

  private void tell(Peer peer, Entry entry) {
    if (!peer.isEstablished()) {
      return;
    }
    Optional<PathAttributes> attributes =
        entry
            .best()
            .filter(best -> !table.isSuppressed(entry.prefix()))
            .flatMap(best -> outbound.attributes(entry.prefix(), best, peer))
            .map(this::share);
    peer.tell(entry.prefix(), attributes);
  }

  /** How long a new neighbour waits for its first table: more with more neighbours (FRRouting). */
  long firstTableDelayNs() {
    return Math.min(LONGEST_FIRST_NS, FIRST_TABLE_NS + peers.size() * FIRST_TABLE_PER_PEER_NS);
  }

  /** Tells a new neighbour everything. */
  void tellAll(Peer peer) {
    table.entries().forEach(entry -> tell(peer, entry));
  }

  /** Its router's name. */
  public String name() {
    return stack.name();
  }

  /** The number of its autonomous system. */
  public long asn() {
    return spec.asn();
  }

  /** By which address others know it. */
  public Ipv4Address routerId() {
    return routerId;
  }

  /** All networks that it knows, in the order of addresses. */
  public Collection<Entry> networks() {
    return table.entries();
  }

  /** Its sessions, in the order of its neighbours' addresses. */
  public List<SessionView> sessions() {
    List<SessionView> views = new ArrayList<>();
    peers.values().forEach(peer -> views.add(peer.view()));
    return views;
  }

  /** How it came to its choice for a network; empty where it has never heard of it. */
  public Optional<Explanation> explain(Ipv4Prefix prefix) {
    return table.at(prefix).map(entry -> Explanation.of(entry, table.settings()));
  }

  /** When its best path to any network changed the last time, in nanoseconds; -1 if never. */
  public long lastChangeNs() {
    return log.lastChangeNs();
  }

  Simulation simulation() {
    return simulation;
  }

  Stack stack() {
    return stack;
  }

  SessionTransport transport() {
    return transport;
  }

  boolean requiresPolicy() {
    return spec.ebgpRequiresPolicy();
  }

  NextHops nextHops() {
    return nextHops;
  }

  LocRib table() {
    return table;
  }

  Inbound inbound() {
    return inbound;
  }

  PeerLog log() {
    return log;
  }

  PathAttributes share(PathAttributes attributes) {
    return pool.share(attributes);
  }
}
