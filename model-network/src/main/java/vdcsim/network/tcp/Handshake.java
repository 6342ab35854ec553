package vdcsim.network.tcp;

import java.util.function.Function;
import vdcsim.kernel.Clock;
import vdcsim.kernel.Timer;
import vdcsim.network.ip.Ipv4Packet;

/** How a connection begins (RFC 9293, 3.5), and which options both sides take. */
final class Handshake {
  /** RFC 9293, 3.7.1: what a side takes that does not say. */
  private static final int DEFAULT_SEGMENT = 536;

  /** Linux, net.ipv4.tcp_syn_retries, tcp_syn_linear_timeouts and tcp_synack_retries. */
  private static final int MOST_SYNS_AGAIN = 6;

  private static final int EVEN_TIMEOUTS = 4;
  private static final int MOST_ANSWERS_AGAIN = 5;

  private final TcpConnection connection;
  private final Clock clock;
  private final Timer timer;
  private Function<TcpConnection, TcpUser> acceptor = TcpConnection::user;
  private boolean active;
  private boolean simultaneous;
  private boolean sack;
  private boolean timestamps;
  private boolean scaling;
  private int peerScale;
  private int peerSegment = DEFAULT_SEGMENT;
  private long sentNs;
  private int again;
  private long timeOutNs = RoundTrip.INITIAL_NS;

  Handshake(TcpConnection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
    this.timer = new Timer(clock, this::timeOut);
    TcpSettings settings = connection.settings();
    this.sack = settings.offers().sack();
    this.timestamps = settings.offers().timestamps();
    this.scaling = settings.offers().windowScaling();
  }

  boolean usesSack() {
    return sack;
  }

  boolean usesTimestamps() {
    return timestamps;
  }

  boolean isSimultaneous() {
    return simultaneous;
  }

  int peerScale() {
    return peerScale;
  }

  private int ownScale() {
    return scaling ? ReceiveWindow.scale(connection.settings()) : 0;
  }

  /** The longest data that a packet of this side's card holds. */
  private int ownSegment() {
    return connection.tcp().mtu(connection) - Ipv4Packet.HEADER_BYTES - TcpSegment.HEADER_BYTES;
  }

  void open() {
    active = true;
    sendSyn();
    timer.start(timeOutNs);
  }

  private void sendSyn() {
    sentNs = clock.now();
    emit(TcpSegment.SYN, 0);
  }

  private void sendAnswer() {
    sentNs = clock.now();
    emit(TcpSegment.SYN | TcpSegment.ACK, connection.receivedWire(1));
  }

  private void emit(int flags, int acknowledgement) {
    TcpOptions options =
        TcpOptions.ofSyn(ownSegment(), scaling ? ownScale() : TcpOptions.NO_SCALE, sack);
    if (timestamps) {
      options = connection.withTimestamps(options);
    }
    long window = Math.min(0xFFFF, new ReceiveWindow(connection.settings(), 1).size());
    TcpSegment.Head head =
        new TcpSegment.Head(connection.sentWire(0), acknowledgement, flags, (int) window);
    connection.emit(new TcpSegment(connection.localPort(), connection.remotePort(), head, options));
  }

  /** A SYN came to a port where somebody listens (RFC 9293, 3.10.7.2). */
  void accept(TcpSegment syn, Function<TcpConnection, TcpUser> newAcceptor) {
    acceptor = newAcceptor;
    agree(syn);
    sendAnswer();
    timer.start(timeOutNs);
  }

  /** Takes the options that both sides offer. */
  private void agree(TcpSegment syn) {
    TcpOptions options = syn.options();
    sack &= options.sackPermitted();
    timestamps &= options.hasTimestamps();
    scaling &= options.windowScale() >= 0;
    peerScale = scaling ? Math.min(14, options.windowScale()) : 0;
    if (options.maximumSegmentSize() > 0) {
      peerSegment = options.maximumSegmentSize();
    }
    if (timestamps) {
      connection.takeTimestamp(syn);
    }
  }

  /** The SYN has come again: the answer got lost. */
  void again(TcpSegment segment) {
    if (segment.has(TcpSegment.ACK)) {
      return;
    }
    emit(TcpSegment.SYN | TcpSegment.ACK, connection.receivedWire(1));
  }

  /** RFC 9293, 3.10.7.3: in SYN-SENT. */
  void answered(TcpSegment segment) {
    boolean acknowledges = segment.has(TcpSegment.ACK);
    if (acknowledges && segment.acknowledgement() != connection.sentWire(1)) {
      if (!segment.has(TcpSegment.RST)) {
        connection.tcp().reset(connection.ends(), segment);
      }
    } else if (segment.has(TcpSegment.RST)) {
      if (acknowledges) {
        connection.end(TcpEnding.REFUSED);
      }
    } else if (segment.has(TcpSegment.SYN)) {
      takeSyn(segment, acknowledges);
    }
  }

  private void takeSyn(TcpSegment segment, boolean acknowledges) {
    connection.peerBeganAt(segment.sequence());
    agree(segment);
    if (acknowledges) {
      establish(segment.window());
      if (connection.state() == TcpState.ESTABLISHED) {
        connection.receive().acknowledgeAfterHandshake();
      }
    } else {
      // Both opened at once (RFC 9293, 3.5, figure 7).
      simultaneous = true;
      connection.moveTo(TcpState.SYN_RECEIVED);
      sendAnswer();
    }
  }

  /** RFC 9293, 3.10.7.4, fifth: in SYN-RECEIVED; returns whether the handshake is over. */
  boolean completed(TcpSegment segment) {
    if (segment.acknowledgement() != connection.sentWire(1)
        && connection.sentNumber(segment.acknowledgement()) > 1) {
      connection.tcp().reset(connection.ends(), segment);
      return false;
    }
    long window = segment.has(TcpSegment.SYN) ? segment.window() : connection.scaledWindow(segment);
    establish(window);
    if (segment.has(TcpSegment.SYN)) {
      connection.acknowledgeNow();
    }
    return connection.state() == TcpState.ESTABLISHED;
  }

  private void establish(long window) {
    timer.stop();
    connection.moveTo(TcpState.ESTABLISHED);
    int headers = timestamps ? TcpOptions.ofTimestamps(0, 0).length() : 0;
    SendSide send = connection.send();
    int segmentSize = Math.min(ownSegment(), peerSegment) - headers;
    send.begin(segmentSize, window);
    connection.receive().begin(segmentSize, ownScale());
    if (again == 0) {
      long tookNs = clock.now() - sentNs;
      send.roundTrip.measured(tookNs, tookNs, send.unacknowledged, send.next);
    } else if (again > 1) {
      // RFC 5681, 3.1: a SYN that got lost makes the first window one segment.
      send.window.resize(1);
    }
    connection.become(acceptor.apply(connection));
    connection.lifetime().established();
    connection.user().established(connection);
    if (connection.state().canSend()) {
      send.push();
    }
  }

  private void timeOut() {
    int most = active ? MOST_SYNS_AGAIN + EVEN_TIMEOUTS : MOST_ANSWERS_AGAIN;
    if (again >= most) {
      connection.end(TcpEnding.TIMED_OUT);
      return;
    }
    again++;
    connection.retransmitted();
    if (connection.state() == TcpState.SYN_SENT) {
      sendSyn();
    } else {
      sendAnswer();
    }
    boolean even = active && again <= EVEN_TIMEOUTS;
    timeOutNs = even ? timeOutNs : Math.min(2 * timeOutNs, RoundTrip.MOST_NS);
    timer.start(timeOutNs);
  }

  void end() {
    timer.stop();
  }
}
