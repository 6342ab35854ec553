package vdcsim.network.dhcp;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.kernel.random.RandomStream;
import vdcsim.network.arp.ArpMessage;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;
import vdcsim.network.udp.UdpSocket;

/** A card that asks for its address: the state machine of RFC 2131, 4.4. */
final class DhcpClient {
  private static final long SECOND_NS = 1_000_000_000L;

  /** After so many requests without an answer, 60 s in all, it begins anew (3.1, 5). */
  private static final int MOST_REQUESTS = 4;

  /** The least time between two requests for more time (4.4.5). */
  private static final long LEAST_WAIT_NS = 60 * SECOND_NS;

  /** How long another station may take to answer a probe (BusyBox, udhcpc -a). */
  private static final long PROBE_NS = 2 * SECOND_NS;

  /** After an address was found in use (3.1, 5: ten seconds at least). */
  private static final long DECLINED_NS = 10 * SECOND_NS;

  /** The administrative distance of a gateway that a server names (Cisco IOS). */
  private static final int GATEWAY_DISTANCE = 254;

  private final Simulation simulation;
  private final Stack stack;
  private final Interface card;
  private final UdpSocket socket;
  private final ClientLog log;
  private final RandomStream transactions;
  private final BackOff backOff;
  private final Timer answer;
  private final Timer leaseTime;
  private ClientState state = ClientState.INIT;
  private boolean running;
  private int transaction;
  private long beganNs;
  private long askedNs;
  private Optional<DhcpMessage> offer = Optional.empty();
  private Optional<Lease> lease = Optional.empty();
  private Optional<Route> gateway = Optional.empty();

  DhcpClient(Stack stack, Interface card, UdpSocket socket) {
    this.simulation = stack.simulation();
    this.stack = stack;
    this.card = card;
    this.socket = socket;
    this.log = new ClientLog(simulation, stack.name(), card.name());
    String name = stack.name() + "." + card.name() + ".dhcp.";
    this.transactions = simulation.random().stream(name + "transactions");
    this.backOff = new BackOff(simulation.random().stream(name + "jitter"));
    this.answer = new Timer(simulation, this::noAnswer);
    this.leaseTime = new Timer(simulation, this::leaseTimeOver);
    card.neighbours().onMessage(this::hear);
  }

  private MacAddress hardware() {
    return card.card().address();
  }

  private void enter(ClientState next) {
    state = next;
    log.enter(next);
  }

  /** It asks as long as there is a carrier, for the address that it had if its time is not over. */
  void carrierChanged() {
    if (!card.isUp()) {
      running = false;
      stop();
    } else if (!running) {
      running = true;
      if (lease.filter(had -> had.endNs() > simulation.now()).isPresent()) {
        begin(ClientState.REBOOTING);
      } else {
        begin(ClientState.SELECTING);
      }
    }
  }

  /** Without an address, and without a question under way. */
  private void stop() {
    answer.stop();
    leaseTime.stop();
    unbind();
    enter(ClientState.INIT);
  }

  private void begin(ClientState next) {
    stop();
    beganNs = simulation.now();
    transaction = (int) transactions.nextLong();
    ask(next);
  }

  /** Asks for the first time in a state. */
  private void ask(ClientState next) {
    enter(next);
    backOff.restart();
    ask();
  }

  private void ask() {
    askedNs = simulation.now();
    send(question());
    answer.start(state.usesAddress() ? untilNextNs() : backOff.nextNs());
  }

  /** One half of what is left until T2, or until the end, and a minute at least (4.4.5). */
  private long untilNextNs() {
    Lease has = lease.orElseThrow();
    long nextNs = state == ClientState.RENEWING ? has.rebindNs() : has.endNs();
    return Math.max((nextNs - simulation.now()) / 2, LEAST_WAIT_NS);
  }

  /** What to say in a state (4.3.6, table 4). */
  private DhcpMessage question() {
    return switch (state) {
      case SELECTING -> wanting(message(MessageType.DISCOVER), lease.map(this::own));
      case REQUESTING -> {
        DhcpMessage chosen = offer.orElseThrow();
        Ipv4Address server = chosen.address(Option.SERVER_IDENTIFIER).orElseThrow();
        yield wanting(message(MessageType.REQUEST), Optional.of(chosen.yours()))
            .with(Option.SERVER_IDENTIFIER, server);
      }
      case REBOOTING -> wanting(message(MessageType.REQUEST), lease.map(this::own));
      case CHECKING ->
          wanting(message(MessageType.DECLINE), lease.map(this::own))
              .with(Option.SERVER_IDENTIFIER, lease.orElseThrow().server());
      case RENEWING, REBINDING -> message(MessageType.REQUEST).from(own(lease.orElseThrow()));
      case INIT, BOUND -> throw new IllegalStateException("a client asks nothing as " + state);
    };
  }

  private Ipv4Address own(Lease had) {
    return had.address().address();
  }

  /** A machine that forwards takes no packets for an address that it does not have yet. */
  private DhcpMessage message(MessageType type) {
    long seconds = (simulation.now() - beganNs) / SECOND_NS;
    return DhcpMessage.of(type, transaction, hardware())
        .after((int) Math.min(seconds, 0xFFFF))
        .toAll(stack.isForwarding() && !card.hasAddress());
  }

  private static DhcpMessage wanting(DhcpMessage message, Optional<Ipv4Address> wanted) {
    return wanted.map(a -> message.with(Option.REQUESTED_ADDRESS, a)).orElse(message);
  }

  private void send(DhcpMessage message) {
    Optional<Ipv4Address> server = message.address(Option.SERVER_IDENTIFIER);
    if (state == ClientState.RENEWING) {
      server = Optional.of(lease.orElseThrow().server());
    }
    log.message(
        message.type(),
        message.address(Option.REQUESTED_ADDRESS).map(Ipv4Address::toString).orElse(""),
        server.map(Ipv4Address::toString).orElse("all"));
    if (state == ClientState.RENEWING) {
      Ipv4Address own = own(lease.orElseThrow());
      int timeToLive = Ipv4Packet.DEFAULT_TIME_TO_LIVE;
      socket.send(own, server.orElseThrow(), timeToLive, DhcpMessage.SERVER_PORT, message);
    } else {
      socket.sendOver(
          card,
          Ipv4Address.BROADCAST,
          Ipv4Packet.DEFAULT_TIME_TO_LIVE,
          DhcpMessage.SERVER_PORT,
          message);
    }
  }

  private void noAnswer() {
    switch (state) {
      case INIT -> begin(ClientState.SELECTING);
      case SELECTING, RENEWING, REBINDING -> ask();
      case REQUESTING, REBOOTING -> askAgainOrGiveUp();
      case CHECKING -> bind();
      case BOUND -> throw new IllegalStateException("a client that is bound waits for nothing");
    }
  }

  /** Who had the address may go on with it until its time is over (3.2, 4). */
  private void askAgainOrGiveUp() {
    if (backOff.sent() < MOST_REQUESTS) {
      ask();
    } else if (state == ClientState.REBOOTING && lease.orElseThrow().endNs() > simulation.now()) {
      bind();
    } else {
      begin(ClientState.SELECTING);
    }
  }

  void receive(DhcpMessage message) {
    boolean mine =
        message.transaction() == transaction
            && message.hardware().equals(hardware())
            && message.address(Option.SERVER_IDENTIFIER).isPresent();
    if (!mine || !awaits(message.type())) {
      log.ignored();
      return;
    }
    log.message(
        message.type(),
        message.type() == MessageType.NAK ? "" : message.yours().toString(),
        message.address(Option.SERVER_IDENTIFIER).orElseThrow().toString());
    switch (message.type()) {
      case OFFER -> {
        offer = Optional.of(message);
        ask(ClientState.REQUESTING);
      }
      case ACK -> acknowledged(Lease.of(message, askedNs));
      case NAK -> {
        lease = Optional.empty();
        begin(ClientState.SELECTING);
      }
      case DISCOVER, REQUEST, DECLINE, RELEASE, INFORM ->
          throw new IllegalStateException("no server sends " + message.type());
    }
  }

  /** Whether a message is waited for now. The first offer ends the wait for others. */
  private boolean awaits(MessageType type) {
    return switch (state) {
      case SELECTING -> type == MessageType.OFFER;
      case REQUESTING, REBOOTING, RENEWING, REBINDING ->
          type == MessageType.ACK || type == MessageType.NAK;
      case INIT, CHECKING, BOUND -> false;
    };
  }

  private void acknowledged(Lease lent) {
    boolean renewed = state.usesAddress();
    lease = Optional.of(lent);
    answer.stop();
    if (renewed) {
      use(lent);
    } else {
      enter(ClientState.CHECKING);
      card.neighbours().probe(own(lent));
      answer.start(PROBE_NS);
    }
  }

  /** Somebody answers the probe, or probes for the same address (RFC 5227, 2.1.1). */
  private void hear(ArpMessage message) {
    if (state == ClientState.CHECKING && !message.senderHardware().equals(hardware())) {
      Ipv4Address wanted = own(lease.orElseThrow());
      boolean probe = message.senderProtocol().equals(Ipv4Address.UNSPECIFIED);
      if (message.senderProtocol().equals(wanted)
          || (probe && message.targetProtocol().equals(wanted))) {
        decline();
      }
    }
  }

  private void decline() {
    log.conflict(lease.orElseThrow());
    send(question());
    lease = Optional.empty();
    enter(ClientState.INIT);
    answer.start(DECLINED_NS);
  }

  private void bind() {
    use(lease.orElseThrow());
    log.bound(lease.orElseThrow(), beganNs);
    card.announce();
  }

  private void use(Lease lent) {
    card.readdress(lent.address());
    Optional<Route> way = lent.gateway().map(this::defaultRoute);
    if (!way.equals(gateway)) {
      gateway.ifPresent(stack.routes()::withdraw);
      way.ifPresent(stack.routes()::offer);
      gateway = way;
    }
    enter(ClientState.BOUND);
    leaseTime.start(Math.max(0, lent.renewNs() - simulation.now()));
  }

  private Route defaultRoute(Ipv4Address through) {
    return new Route(
        Ipv4Prefix.ALL,
        RouteSource.STATIC,
        GATEWAY_DISTANCE,
        0,
        List.of(NextHop.via(card.name(), through)));
  }

  private void unbind() {
    gateway.ifPresent(stack.routes()::withdraw);
    gateway = Optional.empty();
    card.readdress(Ipv4Interface.NONE);
  }

  private void leaseTimeOver() {
    Lease has = lease.orElseThrow();
    switch (state) {
      case BOUND -> more(ClientState.RENEWING, has.rebindNs());
      case RENEWING -> more(ClientState.REBINDING, has.endNs());
      case REBINDING -> {
        log.expired(has);
        begin(ClientState.SELECTING);
      }
      case INIT, SELECTING, REQUESTING, REBOOTING, CHECKING ->
          throw new IllegalStateException("no lease runs as " + state);
    }
  }

  /** Asks for more time, until another time comes. */
  private void more(ClientState next, long untilNs) {
    if (state == ClientState.BOUND) {
      beganNs = simulation.now();
      transaction = (int) transactions.nextLong();
    }
    leaseTime.start(Math.max(0, untilNs - simulation.now()));
    ask(next);
  }
}
