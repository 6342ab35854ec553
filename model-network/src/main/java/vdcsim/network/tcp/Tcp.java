package vdcsim.network.tcp;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStream;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.PacketHandler;
import vdcsim.network.stack.Stack;

/**
 * TCP of a machine (RFC 9293).
 *
 * <p>Metrics, below the machine's name: {@code tcp-sent} and {@code tcp-received} segments, {@code
 * tcp-retransmitted} of the sent ones, {@code tcp-timeouts}, {@code tcp-resets-sent}, {@code
 * tcp-no-connection}, the segments that belong to no connection and no listener.
 */
public final class Tcp implements PacketHandler {
  /** Ports that are given to who asks for any (Linux, net.ipv4.ip_local_port_range). */
  private static final int FIRST_FREE = 32_768;

  private static final int LAST_FREE = 60_999;

  private final Stack stack;
  private final RandomStream random;
  private final Map<Integer, Listener> listeners = new TreeMap<>();
  private final Map<Ends, TcpConnection> connections = new TreeMap<>();
  private final Counter sent;
  private final Counter received;
  private final Counter retransmitted;
  private final Counter timeOuts;
  private final Counter resets;
  private final Counter noConnection;
  private final Map<Ends, TcpRequest> requests = new TreeMap<>();
  private Optional<Consumer<TcpRequest>> interceptor = Optional.empty();
  private Optional<TcpConnection> latest = Optional.empty();
  private int nextFree = FIRST_FREE;

  /** Who accepts connections at a port. */
  private record Listener(TcpSettings settings, Function<TcpConnection, TcpUser> acceptor) {}

  private Tcp(Stack stack) {
    this.stack = stack;
    this.random = stack.simulation().random().stream(stack.name() + ".tcp-initial-sequence");
    this.sent = counter("tcp-sent");
    this.received = counter("tcp-received");
    this.retransmitted = counter("tcp-retransmitted");
    this.timeOuts = counter("tcp-timeouts");
    this.resets = counter("tcp-resets-sent");
    this.noConnection = counter("tcp-no-connection");
    stack.icmp().onError(this::hear);
  }

  private Counter counter(String metric) {
    return stack.simulation().metrics().counter(stack.name() + "." + metric, Unit.COUNT);
  }

  /** TCP of a machine; it is made when it is the first time asked for. */
  public static Tcp of(Stack stack) {
    return stack.protocol(TcpSegment.PROTOCOL, Tcp.class, Tcp::new);
  }

  /** The stack below. */
  public Stack stack() {
    return stack;
  }

  /** Whether somebody listens at a port. */
  public boolean isListening(int port) {
    return listeners.containsKey(port);
  }

  /** Accepts connections at a port from now on, with settings as Linux has them. */
  public void listen(int port, Function<TcpConnection, TcpUser> acceptor) {
    listen(port, TcpSettings.DEFAULT, acceptor);
  }

  /**
   * Accepts connections at a port from now on; only at {@link TcpSettings#local} where that is
   * given.
   *
   * @param acceptor who is asked, once a handshake is over, for the user of a connection; {@link
   *     TcpUser#established} follows
   * @throws IllegalStateException if somebody listens there already
   */
  public void listen(int port, TcpSettings settings, Function<TcpConnection, TcpUser> acceptor) {
    if (listeners.putIfAbsent(port, new Listener(settings, acceptor)) != null) {
      throw new IllegalStateException("TCP port " + port + " of '" + stack.name() + "' is taken");
    }
  }

  /**
   * Asks {@code decider} about connections to places where nobody listens, from now on. While it
   * has not decided, the other side gets no answer.
   */
  public void intercept(Consumer<TcpRequest> decider) {
    interceptor = Optional.of(decider);
  }

  /** Accepts no further connections at a port; those that there are go on. */
  public void stopListening(int port) {
    listeners.remove(port);
  }

  /** Opens a connection with settings as Linux has them. */
  public TcpConnection connect(Ipv4Address remote, int port, TcpUser user) {
    return connect(remote, port, TcpSettings.DEFAULT, user);
  }

  /**
   * Opens a connection (RFC 9293, 3.10.1). The user hears whether it comes about.
   *
   * @throws IllegalStateException if the local port has a connection to the same place already, or
   *     all ports are taken
   */
  public TcpConnection connect(Ipv4Address remote, int port, TcpSettings settings, TcpUser user) {
    Optional<Ipv4Address> local = settings.local().address().or(() -> stack.source(remote));
    Ends ends = ends(local.orElse(stack.address()), settings.local().port(), remote, port);
    TcpConnection connection =
        new TcpConnection(this, ends, settings, user, random.nextInt(1 << 30));
    connections.put(ends, connection);
    connection.open(local.isPresent());
    return connection;
  }

  private Ends ends(Ipv4Address local, OptionalInt asked, Ipv4Address remote, int port) {
    if (asked.isPresent()) {
      Ends ends = new Ends(local, asked.getAsInt(), remote, port);
      Optional<TcpConnection> old = Optional.ofNullable(connections.get(ends));
      if (old.isPresent() && old.get().state() != TcpState.TIME_WAIT) {
        throw new IllegalStateException("there is a connection " + ends + " already");
      }
      old.ifPresent(TcpConnection::forget);
      return ends;
    }
    for (int tried = FIRST_FREE; tried <= LAST_FREE; tried++) {
      Ends ends = new Ends(local, nextFree, remote, port);
      nextFree = nextFree == LAST_FREE ? FIRST_FREE : nextFree + 1;
      if (!connections.containsKey(ends) && !listeners.containsKey(ends.localPort())) {
        return ends;
      }
    }
    throw new IllegalStateException("all TCP ports of '" + stack.name() + "' are taken");
  }

  void remove(TcpConnection connection) {
    connections.remove(connection.ends(), connection);
    if (latest.isPresent() && latest.get() == connection) {
      latest = Optional.empty();
    }
  }

  void send(Ends ends, int timeToLive, TcpSegment segment) {
    sent.increment();
    if (segment.has(TcpSegment.RST)) {
      resets.increment();
    }
    stack.send(ends.local(), ends.remote(), timeToLive, Ipv4Packet.Fragment.FORBIDDEN, segment);
  }

  /** The MTU of the card over which a connection's packets leave. */
  int mtu(TcpConnection connection) {
    return stack.mtu(connection.remoteAddress());
  }

  void countRetransmission() {
    retransmitted.increment();
  }

  void countTimeOut() {
    timeOuts.increment();
  }

  @Override
  public void receive(Interface arrived, Ipv4Packet packet) {
    received.increment();
    TcpSegment segment = (TcpSegment) packet.content();
    if (latest.isEmpty() || !latest.get().ends().match(packet, segment)) {
      latest = Optional.ofNullable(connections.get(Ends.of(packet, segment)));
    }
    if (latest.isPresent() && !latest.get().givesWayTo(segment)) {
      latest.get().arrives().receive(segment);
      return;
    }
    latest.ifPresent(TcpConnection::forget);
    begin(packet, segment);
  }

  /** RFC 9293, 3.10.7.1 and 3.10.7.2. */
  private void begin(Ipv4Packet packet, TcpSegment segment) {
    Ends ends = Ends.of(packet, segment);
    Listener listener = listeners.get(segment.destinationPort());
    boolean heard =
        listener != null
            && listener.settings().local().address().map(ends.local()::equals).orElse(true);
    boolean plainSyn = segment.has(TcpSegment.SYN) && !segment.has(TcpSegment.ACK);
    if (segment.has(TcpSegment.RST)) {
      noConnection.increment();
    } else if (heard && plainSyn) {
      TcpConnection connection =
          new TcpConnection(
              this, ends, listener.settings(), new TcpUser() {}, random.nextInt(1 << 30));
      connections.put(ends, connection);
      connection.accept(segment, listener.acceptor());
    } else if (plainSyn && interceptor.isPresent()) {
      request(ends, packet);
    } else {
      noConnection.increment();
      reset(ends, segment);
    }
  }

  /** A SYN that comes again while nobody has decided changes nothing. */
  private void request(Ends ends, Ipv4Packet syn) {
    if (!requests.containsKey(ends)) {
      TcpRequest request = new TcpRequest(this, ends, syn);
      requests.put(ends, request);
      interceptor.orElseThrow().accept(request);
    }
  }

  /** An interceptor takes a connection. */
  void accept(TcpRequest request, TcpSettings settings, Function<TcpConnection, TcpUser> acceptor) {
    forget(request);
    TcpConnection connection =
        new TcpConnection(
            this, request.ends(), settings, new TcpUser() {}, random.nextInt(1 << 30));
    connections.put(request.ends(), connection);
    connection.accept(request.syn(), acceptor);
  }

  void forget(TcpRequest request) {
    requests.remove(request.ends(), request);
  }

  /** RFC 9293, 3.5.2, group 1: nobody is here. */
  void reset(Ends ends, TcpSegment about) {
    boolean acknowledges = about.has(TcpSegment.ACK);
    TcpSegment.Head head =
        acknowledges
            ? new TcpSegment.Head(about.acknowledgement(), 0, TcpSegment.RST, 0)
            : new TcpSegment.Head(
                0, about.sequence() + about.sequenceLength(), TcpSegment.RST | TcpSegment.ACK, 0);
    send(
        ends,
        Ipv4Packet.DEFAULT_TIME_TO_LIVE,
        new TcpSegment(ends.localPort(), ends.remotePort(), head, TcpOptions.NONE));
  }

  /** Something went wrong with a packet of ours on its way (RFC 9293, 3.9.2.2). */
  private void hear(Ipv4Packet packet) {
    IcmpError error = (IcmpError) packet.content();
    if (error.original().content() instanceof TcpSegment segment) {
      Ends ends =
          new Ends(
              error.original().source(),
              segment.sourcePort(),
              error.original().destination(),
              segment.destinationPort());
      Optional.ofNullable(connections.get(ends)).ifPresent(c -> c.arrives().hear(error, segment));
    }
  }
}
