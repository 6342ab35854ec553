package vdcsim.network.nat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.conntrack.Connection;
import vdcsim.network.conntrack.Conntrack;
import vdcsim.network.conntrack.Direction;
import vdcsim.network.conntrack.Relation;
import vdcsim.network.conntrack.Side;
import vdcsim.network.conntrack.Tracked;
import vdcsim.network.conntrack.Tuple;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.HookPoint;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Passage;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/**
 * The address translation of a machine. Destinations are translated before the way is decided,
 * sources when a packet is about to leave; the first packet of a connection decides for all.
 *
 * <p>Metrics, below the machine's name: {@code connections-translated}, {@code packets-translated};
 * dropped: {@code packets-no-port} for which no port was free, {@code packets-redirect} about a
 * translated connection, {@code packets-moved} of a masqueraded connection that would leave over
 * another interface.
 */
public final class Nat {
  /** Before filters (Linux, NF_IP_PRI_NAT_DST). */
  private static final int DESTINATION = -100;

  /** Behind filters (Linux, NF_IP_PRI_NAT_SRC). */
  private static final int SOURCE = 100;

  private final Stack machine;
  private final Conntrack conntrack;
  private final PortChoice ports;
  private final List<NatRule> rules = new ArrayList<>();
  private final Counter connections;
  private final Counter packets;
  private final Counter noPort;
  private final Counter redirects;
  private final Counter moved;

  private Nat(Stack machine, Conntrack conntrack) {
    this.machine = machine;
    this.conntrack = conntrack;
    this.ports =
        new PortChoice(machine.simulation().random().stream(machine.name() + ".nat-ports"));
    this.connections = counter("connections-translated");
    this.packets = counter("packets-translated");
    this.noPort = counter("packets-no-port");
    this.redirects = counter("packets-redirect");
    this.moved = counter("packets-moved");
    machine.hook(HookPoint.PREROUTING, DESTINATION, this::translate);
    machine.hook(HookPoint.OUTPUT, DESTINATION, this::translate);
    machine.hook(HookPoint.POSTROUTING, SOURCE, this::translate);
    machine.hook(HookPoint.INPUT, SOURCE, this::translate);
    machine.onTranslation(conntrack::leadsTo);
    machine.onInterfaceChange(this::interfaceChanged);
  }

  private Counter counter(String metric) {
    return machine.simulation().metrics().counter(machine.name() + "." + metric, Unit.COUNT);
  }

  /** Gives a machine the rules that a scenario says. */
  public static Wiring make(String machine, NatSpec spec, World world) {
    return () -> {
      Stack stack = Stacks.at("nat", machine, world);
      spec.rules().forEach(rule -> rule.check(stack));
      Nat nat = of("nat", machine, world);
      spec.rules().forEach(rule -> rule.rules(stack).forEach(nat::add));
    };
  }

  /**
   * The address translation of a machine; it is made, without rules, when it is the first time
   * asked for.
   *
   * @param key the key that wants it
   */
  public static Nat of(String key, String machine, World world) {
    return world
        .find(machine, Nat.class)
        .orElseGet(
            () -> {
              Stack stack = Stacks.at(key, machine, world);
              Nat made = new Nat(stack, Conntrack.of(key, machine, world));
              world.add(machine, made);
              return made;
            });
  }

  /** Adds a rule behind those that there are. */
  public void add(NatRule rule) {
    rules.add(rule);
  }

  private boolean translate(HookPoint point, Passage passage) {
    Optional<Tracked> tracked = passage.attached(Tracked.class);
    if (tracked.isEmpty()) {
      return true;
    }
    Side side =
        point == HookPoint.PREROUTING || point == HookPoint.OUTPUT ? Side.DESTINATION : Side.SOURCE;
    if (tracked.get().relation() == Relation.RELATED) {
      return translateError(passage, tracked.get(), side);
    }
    Connection connection = tracked.get().connection();
    if (tracked.get().relation() == Relation.NEW
        && !connection.isDecided(side)
        && !decide(point, passage, connection, side)) {
      noPort.increment();
      return false;
    }
    if (hasMoved(point, passage, tracked.get())) {
      moved.increment();
      conntrack.forget(c -> c == connection);
      return false;
    }
    translate(passage, tracked.get(), side);
    return true;
  }

  /**
   * Its address belongs to the interface that it began over (nf_nat_core.c, nf_nat_oif_changed).
   */
  private static boolean hasMoved(HookPoint point, Passage passage, Tracked tracked) {
    String over = tracked.connection().masqueradedOver();
    return point == HookPoint.POSTROUTING
        && tracked.direction() == Direction.ORIGINAL
        && !over.isEmpty()
        && !over.equals(passage.out());
  }

  private void translate(Passage passage, Tracked tracked, Side side) {
    Connection connection = tracked.connection();
    if (connection.isTranslated(tracked.direction(), side)) {
      Tuple after = connection.translated(tracked.direction());
      passage.change(after.applyTo(passage.packet(), side));
      packets.increment();
    }
  }

  /** Decides for a side of a new connection; returns whether there was a port for it. */
  private boolean decide(HookPoint point, Passage passage, Connection connection, Side side) {
    connection.decide(side);
    Optional<NatRule> rule = rules.stream().filter(r -> fits(r, point, passage, side)).findFirst();
    Tuple now = connection.translated(Direction.ORIGINAL);
    Optional<Tuple> next =
        side == Side.DESTINATION
            ? rule.flatMap(NatRule::target).map(to -> to.of(now, side)).or(() -> Optional.of(now))
            : source(rule, passage, connection, now);
    next.filter(tuple -> !tuple.equals(now))
        .ifPresent(
            tuple -> {
              connection.translateTo(tuple);
              connections.increment();
            });
    return next.isPresent();
  }

  /** Rules for sources are asked where packets leave, not where this machine takes them in. */
  private boolean fits(NatRule rule, HookPoint point, Passage passage, Side side) {
    boolean here =
        switch (point) {
          case PREROUTING -> rule.remote();
          case OUTPUT -> rule.local();
          case POSTROUTING -> true;
          case INPUT, FORWARD -> false;
        };
    return here && rule.side() == side && rule.match().matches(machine, passage);
  }

  /** With what source a connection leaves; even where no rule fits, it must be told from others. */
  private Optional<Tuple> source(
      Optional<NatRule> rule, Passage passage, Connection connection, Tuple now) {
    Optional<Target> target = rule.flatMap(r -> target(r, passage, connection));
    if (target.isPresent() && target.get().port().isPresent()) {
      return Optional.of(target.get().of(now, Side.SOURCE));
    }
    Tuple wanted = target.map(to -> to.of(now, Side.SOURCE)).orElse(now);
    Predicate<Tuple> isFree = tuple -> !conntrack.isTaken(tuple.inverse(), connection);
    return sameMapping(connection, wanted, now)
        .filter(isFree)
        .or(() -> ports.freeSource(wanted, isFree));
  }

  private Optional<Target> target(NatRule rule, Passage passage, Connection connection) {
    if (rule.target().isPresent()) {
      return rule.target();
    }
    Optional<Interface> over = machine.find(passage.out());
    over.ifPresent(card -> connection.masquerade(card.name()));
    return over.map(card -> new Target(card.address().address(), Optional.empty()));
  }

  /** The mapping of another connection from the same address and port (RFC 4787, 4.1). */
  private Optional<Tuple> sameMapping(Connection connection, Tuple wanted, Tuple now) {
    if (wanted.equals(now)) {
      return Optional.empty();
    }
    Tuple original = connection.tuple(Direction.ORIGINAL);
    return conntrack.from(original.protocol(), original.source(), original.sourcePort()).stream()
        .map(other -> other.translated(Direction.ORIGINAL))
        .filter(mapped -> mapped.source().equals(wanted.source()))
        .findFirst()
        .map(mapped -> wanted.with(Side.SOURCE, mapped.source(), mapped.sourcePort()));
  }

  /**
   * An error of ICMP: the packet inside looks to its sender as when it was sent (RFC 5508, 4.2).
   * Redirects would tell of addresses that the other end does not know.
   */
  private boolean translateError(Passage passage, Tracked tracked, Side side) {
    Connection connection = tracked.connection();
    Direction direction = tracked.direction();
    IcmpError error = (IcmpError) passage.packet().content();
    if (error.kind() == IcmpError.Kind.REDIRECT && isOrMayBeTranslated(connection)) {
      redirects.increment();
      return false;
    }
    if (connection.isTranslated(direction, side)) {
      Ipv4Packet inside =
          connection.tuple(direction.other()).applyTo(error.original(), side.other());
      Ipv4Packet outside = connection.translated(direction).applyTo(passage.packet(), side);
      passage.change(
          outside.between(
              outside.source(),
              outside.destination(),
              new IcmpError(error.kind(), error.parameter(), inside)));
      packets.increment();
    }
    return true;
  }

  private static boolean isOrMayBeTranslated(Connection connection) {
    return !connection.isDecided(Side.SOURCE)
        || !connection.isDecided(Side.DESTINATION)
        || connection.isTranslated(Direction.ORIGINAL, Side.SOURCE)
        || connection.isTranslated(Direction.ORIGINAL, Side.DESTINATION);
  }

  private void interfaceChanged(Interface changed) {
    if (!changed.isUp()) {
      conntrack.forget(connection -> connection.masqueradedOver().equals(changed.name()));
    }
  }
}
