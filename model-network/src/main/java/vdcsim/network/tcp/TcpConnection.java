package vdcsim.network.tcp;

import java.util.function.Function;
import vdcsim.kernel.Clock;
import vdcsim.network.ip.Ipv4Address;

/** A connection, as one side sees it (RFC 9293). */
public final class TcpConnection {
  private final Tcp tcp;
  private final Clock clock;
  private final Ends ends;
  private final TcpSettings settings;
  private final int initialSequence;
  private final Handshake handshake;
  private final SendSide send;
  private final ReceiveSide receive;
  private final Lifetime lifetime;
  private final SegmentArrives arrives;
  private TcpMeter meter = TcpMeter.NONE;
  private TcpUser user;
  private TcpState state = TcpState.CLOSED;
  private int peerSequence;
  private boolean ended;

  /** The timestamp to give back (RFC 7323, 4.3). */
  private int recentTimestamp;

  private TcpOptions usual = TcpOptions.NONE;

  TcpConnection(Tcp tcp, Ends ends, TcpSettings settings, TcpUser user, int initialSequence) {
    this.tcp = tcp;
    this.clock = tcp.stack().clock();
    this.ends = ends;
    this.settings = settings;
    this.user = user;
    this.initialSequence = initialSequence;
    this.handshake = new Handshake(this, clock);
    this.send = new SendSide(this, clock);
    this.receive = new ReceiveSide(this, clock);
    this.lifetime = new Lifetime(this, clock);
    this.arrives = new SegmentArrives(this, send, receive);
  }

  /** The address on this side. */
  public Ipv4Address localAddress() {
    return ends.local();
  }

  /** The port on this side. */
  public int localPort() {
    return ends.localPort();
  }

  /** The address on the other side. */
  public Ipv4Address remoteAddress() {
    return ends.remote();
  }

  /** The port on the other side. */
  public int remotePort() {
    return ends.remotePort();
  }

  /** Its state. */
  public TcpState state() {
    return state;
  }

  /** Shows what happens to {@code newMeter}, from now on. */
  public void observe(TcpMeter newMeter) {
    meter = newMeter;
  }

  /**
   * Writes a message. What does not fit the send buffer is taken, too, but the user should wait for
   * {@link TcpUser#writable} before it writes more.
   *
   * @throws IllegalStateException after {@link #close}, or when the connection is over
   */
  public void send(TcpMessage message) {
    boolean open = state.canSend() || state == TcpState.SYN_SENT || state == TcpState.SYN_RECEIVED;
    if (!open || lifetime.isClosing()) {
      throw new IllegalStateException("the connection " + ends + " is " + state + ", or closing");
    }
    send.write(message);
    if (state.canSend()) {
      send.push();
    }
  }

  /** Whether {@link #send} may be called. */
  public boolean canSend() {
    return state.canSend() && !lifetime.isClosing();
  }

  /** How many bytes the send buffer has room for; zero when it is full. */
  public long sendBufferFree() {
    return Math.max(0, send.bufferBytes() - waiting());
  }

  boolean isSendBufferFull() {
    return waiting() >= send.bufferBytes();
  }

  private long waiting() {
    return send.queue.end() - send.unacknowledged;
  }

  /** Takes nothing in for now: what arrives fills the receive buffer. */
  public void pauseReading() {
    receive.pause();
  }

  /** Takes in what waits and all that comes. */
  public void resumeReading() {
    receive.resume();
  }

  /**
   * Sends nothing more after what was written (RFC 9293, 3.10.4); the other side may still send.
   */
  public void close() {
    if (state == TcpState.SYN_SENT) {
      end(TcpEnding.CLOSED);
    } else if (!ended && !lifetime.isClosing()) {
      lifetime.close();
    }
  }

  /** Gives the connection up, and tells the other side so (RFC 9293, 3.10.5). */
  public void abort() {
    if (state.isSynchronized() || state == TcpState.SYN_RECEIVED) {
      reset();
    }
    end(TcpEnding.ABORTED);
  }

  private void reset() {
    TcpSegment.Head head =
        new TcpSegment.Head(
            sentWire(send.next), receivedWire(receive.next()), TcpSegment.RST | TcpSegment.ACK, 0);
    emit(new TcpSegment(ends.localPort(), ends.remotePort(), head, TcpOptions.NONE));
  }

  /** Segments in the congestion window. */
  public int congestionWindow() {
    return send.window.size();
  }

  /** The slow-start threshold in segments, if there is one yet. */
  public int slowStartThreshold() {
    return send.window.threshold();
  }

  /** The smoothed round trip in nanoseconds; zero before the first. */
  public long smoothedRoundTripNs() {
    return send.roundTrip.smoothedNs();
  }

  /** The longest data of a segment, in bytes. */
  public int segmentSize() {
    return send.segmentSize;
  }

  /** Bytes that were written and are not acknowledged. */
  public long unacknowledgedBytes() {
    return waiting();
  }

  Ends ends() {
    return ends;
  }

  TcpSettings settings() {
    return settings;
  }

  TcpUser user() {
    return user;
  }

  TcpMeter meter() {
    return meter;
  }

  Handshake handshake() {
    return handshake;
  }

  int recentTimestamp() {
    return recentTimestamp;
  }

  /** Whether the user has been told that it is over. */
  boolean hasEnded() {
    return ended;
  }

  SegmentArrives arrives() {
    return arrives;
  }

  SendSide send() {
    return send;
  }

  ReceiveSide receive() {
    return receive;
  }

  Lifetime lifetime() {
    return lifetime;
  }

  Tcp tcp() {
    return tcp;
  }

  boolean usesSack() {
    return handshake.usesSack();
  }

  /** Counts what the machine counts of all connections. */
  void retransmitted() {
    tcp.countRetransmission();
    meter.retransmitted();
  }

  void timedOut() {
    tcp.countTimeOut();
    meter.timeOut();
  }

  void open(boolean hasWay) {
    state = TcpState.SYN_SENT;
    handshake.open();
    if (!hasWay) {
      clock.simulation().schedule(0, () -> end(TcpEnding.UNREACHABLE));
    }
  }

  /** A SYN has come to a port where somebody listens. */
  void accept(TcpSegment syn, Function<TcpConnection, TcpUser> acceptor) {
    state = TcpState.SYN_RECEIVED;
    peerSequence = syn.sequence();
    handshake.accept(syn, acceptor);
  }

  void moveTo(TcpState newState) {
    state = newState;
  }

  void peerBeganAt(int sequence) {
    peerSequence = sequence;
  }

  void become(TcpUser newUser) {
    user = newUser;
  }

  /** What goes into the header for a number of this side. */
  int sentWire(long number) {
    return initialSequence + (int) number;
  }

  /** The number of this side that a header means; near what is awaited. */
  long sentNumber(int wire) {
    return send.unacknowledged + (wire - sentWire(send.unacknowledged));
  }

  int receivedWire(long number) {
    return peerSequence + (int) number;
  }

  long receivedNumber(int wire) {
    return receive.next() + (wire - receivedWire(receive.next()));
  }

  long scaledWindow(TcpSegment segment) {
    return (long) segment.window() << handshake.peerScale();
  }

  /** Milliseconds of the machine's clock, from 1 on, so that 0 says that there is none. */
  private int timestamp() {
    return (int) (clock.now() / 1_000_000) + 1;
  }

  /**
   * When, in milliseconds of the clock, the segment was sent that this one answers; or negative.
   */
  long echoedMs(TcpSegment segment) {
    TcpOptions options = segment.options();
    boolean usable =
        handshake.usesTimestamps() && options.hasTimestamps() && options.echoedTimestamp() != 0;
    return usable ? clock.now() / 1_000_000 - (timestamp() - options.echoedTimestamp()) : -1;
  }

  TcpOptions withTimestamps(TcpOptions options) {
    return options.withTimestamps(timestamp(), recentTimestamp);
  }

  void takeTimestamp(TcpSegment segment) {
    recentTimestamp = segment.options().timestamp();
  }

  TcpOptions options() {
    if (!handshake.usesTimestamps()) {
      return TcpOptions.NONE;
    }
    int timestamp = timestamp();
    if (usual.timestamp() != timestamp || usual.echoedTimestamp() != recentTimestamp) {
      usual = TcpOptions.ofTimestamps(timestamp, recentTimestamp);
    }
    return usual;
  }

  /** Sends a segment with data, or with a FIN; it acknowledges, too. */
  void transmit(long number, int flags, int length, Piece[] pieces) {
    if (length > 0) {
      meter.sent(length);
      receive.acks().dataSent();
    }
    emit(sentWire(number), flags, options(), length, pieces);
  }

  private void emit(int number, int flags, TcpOptions options, int length, Piece[] pieces) {
    int from = ends.localPort();
    int to = ends.remotePort();
    int awaited = receivedWire(receive.next());
    int window = receive.offer();
    receive.acknowledged();
    emit(new TcpSegment(from, to, number, awaited, flags, window, options, length, pieces));
  }

  /** Sends an acknowledgement at once. */
  void acknowledgeNow() {
    if (state == TcpState.CLOSED) {
      return;
    }
    TcpOptions options = options();
    if (usesSack() && receive.hasBlocks()) {
      options = options.withBlocks(receive.blocks(handshake.usesTimestamps()));
    }
    emit(sentWire(send.next), TcpSegment.ACK, options, 0, send.queue.nothing());
  }

  void emit(TcpSegment segment) {
    tcp.send(ends, settings.timeToLive(), segment);
  }

  /** Whether a segment begins a new connection in the place of this one, which only lingers. */
  boolean givesWayTo(TcpSegment segment) {
    // RFC 9293, 3.6.1 and RFC 6191: a higher number, or a later timestamp, shows that it is new.
    return state == TcpState.TIME_WAIT
        && segment.has(TcpSegment.SYN)
        && !segment.has(TcpSegment.ACK)
        && tcp.isListening(ends.localPort())
        && (receivedNumber(segment.sequence()) > receive.next()
            || (segment.options().hasTimestamps()
                && segment.options().timestamp() - recentTimestamp > 0));
  }

  /** The connection is over. */
  void end(TcpEnding ending) {
    if (state == TcpState.CLOSED && ended) {
      return;
    }
    state = TcpState.CLOSED;
    forget();
    tellEnd(ending);
  }

  void tellEnd(TcpEnding ending) {
    if (!ended) {
      ended = true;
      user.ended(this, ending);
    }
  }

  /** Leaves nothing behind. */
  void forget() {
    state = TcpState.CLOSED;
    handshake.end();
    send.timer.end();
    receive.acks().end();
    lifetime.end();
    tcp.remove(this);
  }

  @Override
  public String toString() {
    return ends + " " + state;
  }
}
