package vdcsim.network.rip;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.RedistributeSpec;
import vdcsim.network.routing.Redistribution;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/**
 * RIP of a router (RFC 2453; version 1: RFC 1058), as FRRouting's ripd runs it.
 *
 * <p>The whole table goes out every update time, with jitter; what has changed goes out at once,
 * and then not again for a random time of 1 to 5 s.
 */
public final class Rip {
  /** The metric of a network that cannot be reached (RFC 2453, 3.6). */
  public static final int INFINITY = 16;

  private static final long SECOND_NS = 1_000_000_000L;

  /** After the start, or after an interface came up, before it takes part (FRRouting). */
  private static final long WAKE_UP_NS = SECOND_NS;

  /** Before the first message with the whole table (FRRouting). */
  private static final long FIRST_UPDATE_NS = 2 * SECOND_NS;

  /** The longest pause after a triggered update, in seconds (RFC 2453, 3.10.1). */
  private static final int LONGEST_PAUSE_S = 5;

  /** Jitter is a quarter of the update time at most (FRRouting). */
  private static final int JITTER_BOUND = 4;

  private final Simulation simulation;
  private final Stack stack;
  private final RipSpec spec;
  private final RipLog log;
  private final RipTable table;
  private final RipInput input;
  private final RipOutput output;
  private final UdpSocket socket;
  private final RandomStream jitter;
  private final RandomStream pauses;
  private final Map<String, RipInterface> interfaces = new TreeMap<>();
  private final Timer update;
  private final Timer pause;
  private boolean waiting;
  private boolean due;

  private Rip(Stack stack, RipSpec spec) {
    this.simulation = stack.simulation();
    this.stack = stack;
    this.spec = spec;
    this.log = new RipLog(simulation.metrics(), stack.name(), spec);
    this.table = new RipTable(simulation, spec, new TableUser());
    this.input = new RipInput(stack, spec, table, log);
    this.output = new RipOutput(spec, spec.metrics());
    this.socket = Udp.of(stack).open(RipMessage.PORT, this::receive);
    this.jitter = simulation.random().stream(stack.name() + ".rip.jitter");
    this.pauses = simulation.random().stream(stack.name() + ".rip.pauses");
    this.update = new Timer(simulation, this::update);
    this.pause = new Timer(simulation, this::pauseOver);
    simulation
        .tables()
        .offer(
            "rip-" + stack.name(),
            RipTableRow.COLUMNS,
            () -> table().stream().map(RipTableRow::texts).toList());
  }

  /** Lets a router speak RIP. */
  public static Wiring make(String router, RipSpec spec, World world) {
    return () -> {
      Stack stack = Stacks.at("", router, world);
      Rip rip = new Rip(stack, spec);
      rip.checkNames();
      world.add(router, rip);
      world.simulation().schedule(0, rip::start);
    };
  }

  private void checkNames() {
    List<String> known =
        Stream.concat(stack.interfaces().stream().map(Interface::name), Stream.of(Stack.LOOPBACK))
            .toList();
    for (String name : spec.interfaces().keySet()) {
      if (!known.contains(name)) {
        throw new Refusal(
            "interfaces",
            "'%s' has no interface '%s' with a cable%s"
                .formatted(stack.name(), name, NearNames.hint(name, known)));
      }
    }
  }

  /** The networks that it knows, in their order, each with its ways. */
  public List<RipTableRow> table() {
    return RipTableRow.of(table.all());
  }

  private void start() {
    for (Interface card : stack.interfaces()) {
      if (spec.on(card.name()).enabled()) {
        RipInterface added = new RipInterface(simulation, card, this::wakeUp);
        interfaces.put(card.name(), added);
        changed(card);
      }
    }
    stack.onInterfaceChange(this::changed);
    if (spec.on(Stack.LOOPBACK).enabled()) {
      loopbacks().forEach(p -> table.put(p, RipRoute.ofInterface(Stack.LOOPBACK)));
    }
    if (spec.defaultOriginate()) {
      table.put(Ipv4Prefix.ALL, RipRoute.DEFAULT);
    }
    Redistribution.start(stack.routes(), spec.redistribute(), new Takeover());
    update.start(FIRST_UPDATE_NS);
    if (!spec.watch().isEmpty()) {
      watch();
    }
  }

  private void watch() {
    for (Ipv4Prefix network : spec.watched()) {
      table.at(network).stream()
          .findFirst()
          .ifPresent(route -> log.sample(network, route.metric()));
    }
    simulation.schedule(SECOND_NS, this::watch);
  }

  private List<Ipv4Prefix> loopbacks() {
    NextHop here = NextHop.connected(Stack.LOOPBACK);
    return stack.routes().selected().stream()
        .flatMap(reach -> reach.route().stream())
        .filter(route -> route.source() == RouteSource.CONNECTED)
        .filter(route -> route.nextHops().contains(here))
        .map(Route::prefix)
        .toList();
  }

  private void changed(Interface card) {
    RipInterface known = interfaces.get(card.name());
    if (known == null) {
      return;
    }
    if (card.isUp()) {
      known.wakeUpIn(WAKE_UP_NS);
      table.put(card.address().network(), RipRoute.ofInterface(card.name()));
    } else {
      known.stop();
      table.interfaceLost(card.name());
    }
  }

  /** An interface takes part from now on, and asks its neighbours for their tables. */
  private void wakeUp(Interface card) {
    card.join(RipGroup.ADDRESS);
    send(card, RipMessage.request(spec.versionSent()));
  }

  private void send(Interface card, RipMessage message) {
    boolean group = message.version() == 2;
    if (group || card.address().length() < 32) {
      log.sent(message);
      socket.sendOver(
          card,
          group ? RipGroup.ADDRESS : card.address().broadcast(),
          group ? RipGroup.TIME_TO_LIVE : Ipv4Packet.DEFAULT_TIME_TO_LIVE,
          RipMessage.PORT,
          message);
    }
  }

  private void update() {
    tell(table.all(), true);
    // What has changed has just been told, so that no triggered update need wait.
    pause.stop();
    waiting = false;
    update.start(nextUpdateNs());
  }

  /** The update time, up to a quarter less or more, in whole seconds. */
  private long nextUpdateNs() {
    int seconds = (int) spec.times().update().toSeconds();
    int shift = (jitter.nextInt(2 * seconds + 1) - seconds) / JITTER_BOUND;
    return (seconds + shift) * SECOND_NS;
  }

  private void tell(Map<Ipv4Prefix, List<RipRoute>> networks, boolean all) {
    boolean told = false;
    for (RipInterface each : interfaces.values()) {
      if (each.isRunning() && !spec.on(each.card().name()).passive()) {
        for (RipMessage message : output.messages(each.card(), spec.versionSent(), networks)) {
          send(each.card(), message);
          told = true;
        }
      }
    }
    if (told) {
      log.updated(all);
    }
  }

  /** Changes of one instant are told together; during a pause they wait for its end. */
  private void trigger() {
    if (pause.isRunning()) {
      waiting = true;
    } else if (!due) {
      due = true;
      simulation.schedule(0, this::tellChanges);
    }
  }

  private void pauseOver() {
    if (waiting) {
      tellChanges();
    }
  }

  private void tellChanges() {
    due = false;
    waiting = false;
    tell(table.changes(), false);
    table.told();
    pause.start((1 + pauses.nextInt(LONGEST_PAUSE_S)) * SECOND_NS);
  }

  /** What changes in the table is used for packets, and told to the neighbours. */
  private final class TableUser implements RipTableUser {
    @Override
    public void use(Ipv4Prefix prefix, List<RipRoute> ways) {
      if (ways.isEmpty()) {
        stack.routes().withdraw(prefix, RouteSource.RIP);
      } else {
        List<NextHop> hops = ways.stream().map(RipRoute::hop).toList();
        stack.routes().offer(Route.of(prefix, RouteSource.RIP, ways.get(0).metric(), hops));
      }
    }

    @Override
    public void changed(Ipv4Prefix prefix, RipRoute first) {
      log.changed(prefix, first.metric(), simulation.now());
      trigger();
    }
  }

  /** Routes in use that others found are told as the router's own. */
  private final class Takeover implements Redistribution.Listener {
    @Override
    public void taken(Ipv4Prefix prefix, Route route, RedistributeSpec how) {
      table.put(prefix, RipRoute.redistributed(route, over(route)));
    }

    @Override
    public void dropped(Ipv4Prefix prefix) {
      table.takeRedistributed(prefix);
    }

    private Optional<String> over(Route route) {
      Optional<NextHop> first = route.nextHops().stream().findFirst();
      return first
          .flatMap(NextHop::interfaceName)
          .or(() -> first.flatMap(NextHop::gateway).flatMap(Rip.this::near).map(Interface::name));
    }
  }

  private void receive(Interface arrived, Ipv4Packet packet, Datagram datagram) {
    Optional<Interface> over = near(packet.source());
    if (!(datagram.content() instanceof RipMessage message)) {
      log.dropped(RipLog.Drop.MALFORMED);
    } else if (stack.owns(packet.source())) {
      log.dropped(RipLog.Drop.OWN);
    } else if (over.isEmpty()) {
      log.dropped(RipLog.Drop.STRANGER);
    } else {
      Optional<RipLog.Drop> drop = refuse(message, over.get(), datagram.sourcePort());
      drop.ifPresentOrElse(log::dropped, () -> heed(message, over.get(), packet, datagram));
    }
  }

  /** The interface to whose network a neighbour belongs (RFC 2453, 3.9.2). */
  private Optional<Interface> near(Ipv4Address neighbour) {
    return stack.interfaces().stream()
        .filter(card -> card.address().contains(neighbour))
        .max(Comparator.comparingInt(card -> card.address().length()));
  }

  private Optional<RipLog.Drop> refuse(RipMessage message, Interface over, int port) {
    // A later version is read as version 2 (FRRouting).
    int version = Math.min(message.version(), 2);
    RipInterface here = interfaces.get(over.name());
    if (version == 0) {
      return Optional.of(RipLog.Drop.MALFORMED);
    } else if (here == null || !here.isRunning()) {
      return Optional.of(RipLog.Drop.OFF);
    } else if (!spec.understands(version)) {
      return Optional.of(RipLog.Drop.VERSION);
    } else if (version == 2 && message.isAuthenticated()) {
      return Optional.of(RipLog.Drop.AUTHENTICATION);
    } else if (message.command() != RipMessage.REQUEST
        && message.command() != RipMessage.RESPONSE) {
      return Optional.of(RipLog.Drop.OBSOLETE);
    } else if (message.command() == RipMessage.RESPONSE && port != RipMessage.PORT) {
      return Optional.of(RipLog.Drop.PORT);
    }
    return Optional.empty();
  }

  private void heed(RipMessage message, Interface over, Ipv4Packet packet, Datagram datagram) {
    log.received();
    if (message.command() == RipMessage.RESPONSE) {
      input.response(message, packet.source(), over);
    } else if (!spec.on(over.name()).passive()) {
      answers(message, over)
          .forEach(answer -> answer(answer, over, packet.source(), datagram.sourcePort()));
    }
  }

  /** The whole table, with split horizon, or what is known of each network that was asked for. */
  private List<RipMessage> answers(RipMessage request, Interface over) {
    if (request.asksForAll()) {
      return output.messages(over, Math.min(request.version(), 2), table.all());
    } else if (request.entries().isEmpty()
        || request.entries().get(0).family() != RouteEntry.IPV4) {
      return List.of();
    }
    List<RouteEntry> filled =
        request.entries().stream().map(entry -> entry.withMetric(known(entry.prefix()))).toList();
    return List.of(RipMessage.response(request.version(), filled));
  }

  private int known(Ipv4Prefix prefix) {
    return table.at(prefix).stream().findFirst().map(RipRoute::metric).orElse(INFINITY);
  }

  private void answer(RipMessage message, Interface over, Ipv4Address to, int port) {
    log.sent(message);
    socket.send(over.address().address(), to, Ipv4Packet.DEFAULT_TIME_TO_LIVE, port, message);
  }
}
