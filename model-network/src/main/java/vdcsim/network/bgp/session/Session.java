package vdcsim.network.bgp.session;

import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.network.bgp.message.BgpMessage;
import vdcsim.network.bgp.message.Keepalive;
import vdcsim.network.bgp.message.MessageError;
import vdcsim.network.bgp.message.MessageReader;
import vdcsim.network.bgp.message.MessageStream;
import vdcsim.network.bgp.message.MessageWriter;
import vdcsim.network.bgp.message.Notification;
import vdcsim.network.bgp.message.Notification.Code;
import vdcsim.network.bgp.message.Open;
import vdcsim.network.bgp.message.Update;
import vdcsim.network.ip.Ipv4Address;

/** A session with a neighbour, over one connection at a time. */
public final class Session implements ConnectionUser {
  private static final long SECOND = 1_000_000_000L;
  private static final long FIRST_START_NS = SECOND;
  private static final long LONGEST_START_NS = 120 * SECOND;

  private final Simulation simulation;
  private final SessionSettings settings;
  private final SessionTransport transport;
  private final SessionOwner owner;
  private final Timer start;
  private final Timer connectRetry;
  private final Timer hold;
  private final Timer keepalive;
  private State state = State.IDLE;
  private boolean connects;
  private long startNs = FIRST_START_NS;
  private Optional<Connection> connection = Optional.empty();
  private MessageStream stream = new MessageStream();
  private boolean fourOctetAs;
  private int holdTimeS;
  private Ipv4Address remoteId = new Ipv4Address(0);
  private String lastReset = "";

  /**
   * A session that is idle.
   *
   * @param connects whether it opens connections, and starts anew when one has ended
   */
  public Session(
      Simulation simulation,
      SessionSettings settings,
      SessionTransport transport,
      SessionOwner owner,
      boolean connects) {
    this.simulation = simulation;
    this.settings = settings;
    this.transport = transport;
    this.owner = owner;
    this.connects = connects;
    this.holdTimeS = settings.holdTimeS();
    this.start = new Timer(simulation, () -> on(Event.START));
    this.connectRetry = new Timer(simulation, () -> on(Event.CONNECT_RETRY_EXPIRED));
    this.hold = new Timer(simulation, () -> on(Event.HOLD_EXPIRED));
    this.keepalive = new Timer(simulation, this::keepaliveExpired);
  }

  /** Its state. */
  public State state() {
    return state;
  }

  /** The neighbour's BGP identifier, once its OPEN has come; 0.0.0.0 before. */
  public Ipv4Address remoteId() {
    return remoteId;
  }

  /** The own address of its connection, if there is one. */
  public Optional<Ipv4Address> local() {
    return connection.map(Connection::local);
  }

  /** Whether both sides know AS numbers of four octets. */
  public boolean fourOctetAs() {
    return fourOctetAs;
  }

  /** Why it ended the last time; empty if it never did. */
  public String lastReset() {
    return lastReset;
  }

  /** Whether it opens connections of its own. */
  public boolean isConnecting() {
    return connects;
  }

  /** Begins after {@code delayNs}. */
  public void startAfter(long delayNs) {
    start.start(delayNs);
  }

  /** Opens connections itself from now on, after one that the neighbour opened. */
  public void takeOver() {
    connects = true;
  }

  /** Uses a connection that the neighbour opened. */
  public void accept() {
    move(State.ACTIVE);
    connectRetry.stop();
  }

  /** There is a way to the neighbour again, or none any more (FRRouting, next-hop tracking). */
  public void wayChanged(boolean exists) {
    if (exists && state == State.IDLE && start.isRunning()) {
      on(Event.START);
    } else if (exists && state == State.ACTIVE && connects) {
      on(Event.CONNECT_RETRY_EXPIRED);
    } else if (!exists && state == State.CONNECT) {
      on(Event.CONNECTION_FAILED);
    }
  }

  /** Ends, and starts anew later. */
  public void stop(String why) {
    lastReset = why;
    on(Event.STOP);
  }

  /** Ends for good: the neighbour hears {@code notification} if it has heard of the session. */
  public void discard(Notification notification) {
    connects = false;
    if (state.compareTo(State.OPEN_SENT) >= 0) {
      send(notification);
    }
    drop();
    move(State.IDLE);
  }

  /** Ends because another connection is kept; starts anew later unless that comes about. */
  public void discardFor(Notification notification) {
    lastReset = "notification sent: " + notification.reason();
    send(notification);
    on(Event.MESSAGE_REFUSED);
  }

  /** Tells a neighbour of changes; only in {@link State#ESTABLISHED}. */
  public void send(Update update) {
    send((BgpMessage) update);
  }

  @Override
  public void opened(Connection opened) {
    connection = Optional.of(opened);
    stream = new MessageStream();
    on(Event.CONNECTION_OPENED);
  }

  @Override
  public void ended(Connection ended) {
    if (connection.isPresent() && connection.get() == ended) {
      connection = Optional.empty();
      lastReset = "connection closed";
      on(state == State.CONNECT ? Event.CONNECTION_FAILED : Event.CONNECTION_CLOSED);
    }
  }

  @Override
  public void received(Connection from, byte[] octets) {
    if (connection.isEmpty() || connection.get() != from) {
      return;
    }
    stream.add(octets);
    try {
      Optional<byte[]> next = stream.next();
      while (next.isPresent() && connection.isPresent() && connection.get() == from) {
        take(MessageReader.read(next.get(), fourOctetAs));
        next = stream.next();
      }
    } catch (MessageError e) {
      refuse(e.notification());
    }
  }

  private void take(BgpMessage message) {
    owner.countReceived(message);
    if (message instanceof Open open) {
      take(open);
    } else if (message instanceof Update update) {
      on(Event.UPDATE_RECEIVED);
      if (state == State.ESTABLISHED) {
        owner.received(this, update);
      }
    } else if (message instanceof Notification notification) {
      lastReset = "notification received: " + notification.reason();
      on(Event.NOTIFICATION_RECEIVED);
    } else {
      on(Event.KEEPALIVE_RECEIVED);
    }
  }

  /** RFC 4271, 6.2. */
  private void take(Open open) {
    if (state != State.OPEN_SENT) {
      on(Event.OPEN_RECEIVED);
    } else if (open.speaker() != settings.remoteAs()) {
      refuse(Notification.of(Code.OPEN_MESSAGE, Notification.BAD_PEER_AS));
    } else if (open.routerId().equals(settings.routerId())) {
      refuse(Notification.of(Code.OPEN_MESSAGE, Notification.BAD_IDENTIFIER));
    } else if (!open.speaksIpv4()) {
      refuse(Notification.of(Code.OPEN_MESSAGE, Notification.UNSUPPORTED_CAPABILITY));
    } else if (!owner.survivesCollision(this, open)) {
      refuse(Notification.of(Code.CEASE, Notification.COLLISION));
    } else {
      remoteId = open.routerId();
      fourOctetAs = open.fourOctetAs().isPresent();
      holdTimeS = Math.min(settings.holdTimeS(), open.holdTimeS());
      on(Event.OPEN_RECEIVED);
    }
  }

  private void refuse(Notification notification) {
    send(notification);
    lastReset = "notification sent: " + notification.reason();
    on(Event.MESSAGE_REFUSED);
  }

  private void on(Event event) {
    Transition step = Machine.on(state, event);
    for (Transition.Effect effect : step.effects()) {
      carryOut(effect);
    }
    if (step.next() != state) {
      move(step.next());
    }
    if (step.effects().contains(Transition.Effect.CONNECT)) {
      connect();
    }
  }

  private void carryOut(Transition.Effect effect) {
    switch (effect) {
      case DROP_CONNECTION -> drop();
      case SEND_OPEN -> send(Open.of(settings.asn(), settings.holdTimeS(), settings.routerId()));
      case SEND_KEEPALIVE -> send(new Keepalive());
      case NOTIFY_HOLD_TIMER -> notify(Notification.of(Code.HOLD_TIMER_EXPIRED, 0));
      case NOTIFY_STATE_MACHINE ->
          notify(Notification.of(Code.STATE_MACHINE, state.unexpectedSubcode()));
      case NOTIFY_CEASE -> send(Notification.of(Code.CEASE, 0));
      case RESTART_HOLD_TIMER -> holdTimer();
      case BACK_OFF -> startNs = Math.min(2 * startNs, LONGEST_START_NS);
      case CONNECT -> connectRetry.stop();
    }
  }

  private void notify(Notification notification) {
    send(notification);
    lastReset = "notification sent: " + notification.reason();
  }

  private void connect() {
    connectRetry.start(settings.connectRetryNs());
    if (owner.mayConnect()) {
      connection =
          Optional.of(
              transport.connect(settings.local(), settings.remote(), settings.timeToLive(), this));
    } else {
      simulation.schedule(0, this::noWay);
    }
  }

  private void noWay() {
    if (state == State.CONNECT && connection.isEmpty()) {
      on(Event.CONNECTION_FAILED);
    }
  }

  private void drop() {
    Optional<Connection> dropped = connection;
    connection = Optional.empty();
    dropped.ifPresent(Connection::close);
  }

  /** The timers of each state (FRRouting). */
  private void move(State next) {
    State before = state;
    state = next;
    start.stop();
    switch (next) {
      case IDLE -> {
        stopTimers();
        if (connects) {
          start.start(startNs);
        }
      }
      case CONNECT, ACTIVE -> {
        stopTimers();
        connectRetry.start(settings.connectRetryNs());
      }
      case OPEN_SENT -> {
        stopTimers();
        fourOctetAs = false;
        holdTimeS = settings.holdTimeS();
        holdTimer();
      }
      case OPEN_CONFIRM -> {
        holdTimer();
        keepaliveTimer();
      }
      case ESTABLISHED -> {
        startNs = FIRST_START_NS;
        holdTimer();
      }
    }
    if (before != next) {
      owner.moved(this, before, next);
    }
  }

  private void stopTimers() {
    connectRetry.stop();
    hold.stop();
    keepalive.stop();
  }

  private void holdTimer() {
    if (holdTimeS > 0) {
      hold.start(holdTimeS * SECOND);
    }
  }

  /** A third of the hold time at most (RFC 4271, 10). */
  private void keepaliveTimer() {
    if (holdTimeS > 0) {
      keepalive.start(Math.max(1, Math.min(settings.keepaliveS(), holdTimeS / 3)) * SECOND);
    }
  }

  private void keepaliveExpired() {
    keepaliveTimer();
    on(Event.KEEPALIVE_EXPIRED);
  }

  private void send(BgpMessage message) {
    if (connection.isPresent()) {
      owner.countSent(message);
      connection.get().send(MessageWriter.write(message, fourOctetAs));
    }
  }
}
