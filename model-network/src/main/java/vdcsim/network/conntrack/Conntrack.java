package vdcsim.network.conntrack;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.HookPoint;
import vdcsim.network.stack.Passage;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/**
 * The connections that pass a machine, begin there or end there.
 *
 * <p>A packet's connection is looked up where it comes in, before anything else looks at it, and
 * noted for those behind ({@link Tracked}). A new connection is known from when its first packet
 * has left, so that none is known of packets that were dropped.
 *
 * <p>Metrics, below the machine's name: {@code connections} known, and their course over time,
 * {@code connections-course}; {@code connections-begun}, {@code connections-expired}, {@code
 * connections-evicted} from a full table, {@code connections-refused} for which it had no room,
 * with their packets; {@code packets-untracked} that can belong to none.
 */
public final class Conntrack {
  /** Before all that wants to know of connections (Linux, NF_IP_PRI_CONNTRACK). */
  private static final int FIRST = -200;

  /** Behind all others (Linux, NF_IP_PRI_CONNTRACK_CONFIRM). */
  private static final int LAST = Integer.MAX_VALUE;

  private final Simulation simulation;
  private final int most;
  private final Lifetimes lifetimes;
  private final ConnectionTable table = new ConnectionTable();
  private final TimeWeighted known;
  private final Series course;
  private final Counter begun;
  private final Counter expired;
  private final Counter evicted;
  private final Counter refused;
  private final Counter untracked;

  private Conntrack(Stack stack, ConntrackSpec spec) {
    this.simulation = stack.simulation();
    this.most = spec.table();
    this.lifetimes = new Lifetimes(spec);
    Metrics metrics = simulation.metrics();
    this.known = metrics.timeWeighted(stack.name() + ".connections", Unit.COUNT);
    this.course = metrics.series(stack.name() + ".connections-course", Unit.COUNT);
    this.begun = metrics.counter(stack.name() + ".connections-begun", Unit.COUNT);
    this.expired = metrics.counter(stack.name() + ".connections-expired", Unit.COUNT);
    this.evicted = metrics.counter(stack.name() + ".connections-evicted", Unit.COUNT);
    this.refused = metrics.counter(stack.name() + ".connections-refused", Unit.COUNT);
    this.untracked = metrics.counter(stack.name() + ".packets-untracked", Unit.COUNT);
    simulation
        .tables()
        .offer(
            "connections",
            ConnectionRows.COLUMNS,
            () -> ConnectionRows.of(stack.name(), connections(), simulation.now()));
    stack.hook(HookPoint.PREROUTING, FIRST, this::track);
    stack.hook(HookPoint.OUTPUT, FIRST, this::track);
    stack.hook(HookPoint.INPUT, LAST, this::confirm);
    stack.hook(HookPoint.POSTROUTING, LAST, this::confirm);
  }

  /** Notes what a scenario says of a machine's connection tracking, and makes it. */
  public static Wiring make(String machine, ConntrackSpec spec, World world) {
    world.add(machine, spec);
    return () -> of("conntrack", machine, world);
  }

  /**
   * The connection tracking of a machine; it is made when it is the first time asked for.
   *
   * @param key the key that wants it
   */
  public static Conntrack of(String key, String machine, World world) {
    return world
        .find(machine, Conntrack.class)
        .orElseGet(
            () -> {
              ConntrackSpec spec =
                  world.find(machine, ConntrackSpec.class).orElse(ConntrackSpec.DEFAULT);
              Conntrack made = new Conntrack(Stacks.at(key, machine, world), spec);
              world.add(machine, made);
              return made;
            });
  }

  /** All connections that are known, sorted by what their first packets showed. */
  public List<Connection> connections() {
    return table.all(connection -> true);
  }

  /** Where a packet of a known connection goes in the end, whatever it shows now. */
  public Optional<Ipv4Address> leadsTo(Ipv4Packet packet) {
    return Tuple.of(packet)
        .flatMap(table::find)
        .map(place -> place.connection().translated(place.direction()).destination());
  }

  /** The connections that were begun from an address and port. */
  public List<Connection> from(int protocol, Ipv4Address source, int sourcePort) {
    return table.from(protocol, source, sourcePort);
  }

  /** Whether packets with this tuple belong to another connection than {@code own}. */
  public boolean isTaken(Tuple tuple, Connection own) {
    return table.find(tuple).filter(place -> place.connection() != own).isPresent();
  }

  /** Forgets connections. */
  public void forget(Predicate<Connection> which) {
    table.all(which).forEach(this::forget);
  }

  private boolean forget(Connection connection) {
    boolean was = table.remove(connection);
    if (was) {
      simulation.cancel(connection.wake());
      count();
    }
    return was;
  }

  /** The course has a step where the number changes. */
  private void count() {
    course.record((double) known.level());
    known.set(table.size());
    course.record((double) table.size());
  }

  private boolean track(HookPoint point, Passage passage) {
    if (passage.attached(Tracked.class).isPresent()) {
      return true; // It comes back over the loopback.
    }
    Ipv4Packet packet = passage.packet();
    if (packet.content() instanceof IcmpError error) {
      related(passage, error);
      return true;
    }
    Tuple tuple = Tuple.of(packet).orElseThrow();
    Optional<ConnectionTable.Place> place = table.find(tuple);
    return place.isPresent() ? follow(passage, place.get()) : begin(passage, tuple);
  }

  /**
   * An error belongs to the connection of the packet that it is about: to that whose packet is here
   * still, or to that which awaits what would answer the packet.
   */
  private void related(Passage passage, IcmpError error) {
    Optional<Tracked> cause =
        passage.cause().flatMap(about -> about.attached(Tracked.class)).map(Tracked::error);
    Optional<Tracked> found = cause.or(() -> about(passage.packet(), error));
    found.ifPresentOrElse(passage::attach, untracked::increment);
  }

  private Optional<Tracked> about(Ipv4Packet packet, IcmpError error) {
    return Tuple.of(error.original())
        .map(Tuple::inverse)
        .filter(tuple -> tuple.destination().equals(packet.destination()))
        .flatMap(table::find)
        .map(place -> new Tracked(place.connection(), place.direction(), Relation.RELATED));
  }

  private boolean begin(Passage passage, Tuple tuple) {
    Connection connection = new Connection(tuple, simulation.now());
    Lifetimes.Step step = lifetimes.begin(connection, passage.packet().content());
    if (step == Lifetimes.Step.INVALID) {
      untracked.increment();
      return true;
    } else if (table.size() >= most && !makeRoom()) {
      refused.increment();
      return false;
    }
    passage.attach(new Tracked(connection, Direction.ORIGINAL, Relation.NEW));
    return true;
  }

  private boolean makeRoom() {
    Optional<Connection> victim = table.oldestUnassured();
    victim.ifPresent(
        connection -> {
          evicted.increment();
          forget(connection);
        });
    return victim.isPresent();
  }

  private boolean follow(Passage passage, ConnectionTable.Place place) {
    Connection connection = place.connection();
    Lifetimes.Step step =
        lifetimes.follow(
            connection, place.direction(), passage.packet().content(), simulation.now());
    switch (step) {
      case GOOD, IGNORED -> {}
      case INVALID -> {
        untracked.increment();
        return true;
      }
      case OVER -> {
        forget(connection);
        expired.increment();
      }
      case REOPENED -> {
        forget(connection);
        return begin(passage, place.connection().tuple(place.direction()));
      }
    }
    if (connection.expiresNs() < connection.wakesNs() && connection.isConfirmed()) {
      simulation.cancel(connection.wake());
      wakeAtExpiry(connection);
    }
    if (connection.isAssured()) {
      table.assured(connection);
    }
    note(passage, place);
    return true;
  }

  private void note(Passage passage, ConnectionTable.Place place) {
    Connection connection = place.connection();
    boolean answered = connection.isAnswered() || place.direction() == Direction.REPLY;
    Relation relation = answered ? Relation.ESTABLISHED : Relation.NEW;
    passage.attach(new Tracked(connection, place.direction(), relation));
    if (place.direction() == Direction.REPLY) {
      connection.answer();
    }
  }

  private boolean confirm(HookPoint point, Passage passage) {
    Optional<Tracked> tracked = passage.attached(Tracked.class);
    if (tracked.isEmpty()
        || tracked.get().relation() != Relation.NEW
        || tracked.get().connection().isConfirmed()) {
      return true;
    }
    Connection connection = tracked.get().connection();
    if (!table.add(connection)) {
      refused.increment();
      return false;
    }
    connection.confirm();
    begun.increment();
    count();
    lifetimes.confirmed(connection, simulation.now());
    wakeAtExpiry(connection);
    return true;
  }

  /** One event a connection: it looks whether packets have come meanwhile, and waits on. */
  private void wakeAtExpiry(Connection connection) {
    long delayNs = connection.expiresNs() - simulation.now();
    connection.wakeAt(
        connection.expiresNs(), simulation.schedule(delayNs, () -> expire(connection)));
  }

  private void expire(Connection connection) {
    if (connection.expiresNs() > simulation.now()) {
      wakeAtExpiry(connection);
    } else if (forget(connection)) {
      expired.increment();
    }
  }
}
