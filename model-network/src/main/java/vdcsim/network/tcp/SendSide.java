package vdcsim.network.tcp;

import vdcsim.kernel.Clock;
import vdcsim.network.tcp.SendTimer.Purpose;
import vdcsim.network.tcp.congestion.CongestionControl;
import vdcsim.network.tcp.congestion.CongestionWindow;
import vdcsim.network.tcp.congestion.Progress;

/**
 * The send side of a connection: what goes out, and when (RFC 9293, 3.8; Linux, {@code
 * tcp_output.c}). Numbers count from the SYN, which is 0, and never wrap.
 */
final class SendSide implements Progress {
  private static final long FIRST = 1;

  /** What a segment of an Ethernet frame takes of a buffer on Linux, with all around it. */
  private static final long BUFFER_BYTES_PER_SEGMENT = 4352;

  private static final long PERSIST_LEAST_NS = RoundTrip.LEAST_NS;

  /** Linux, net.ipv4.tcp_retries2. */
  private static final int MOST_PROBES = 15;

  final SendQueue queue = new SendQueue(FIRST);
  final Scoreboard board = new Scoreboard();
  final RoundTrip roundTrip = new RoundTrip();
  final CongestionWindow window = new CongestionWindow();
  final CongestionControl control;
  final LossRecovery recovery;
  final SendTimer timer;
  private final TcpConnection connection;
  private final Clock clock;
  private final Acknowledgements acknowledgements;
  private final Burst bursts = new Burst(this);
  private final SegmentBound bound;

  /** RFC 9293, 3.3.1: SND.UNA, SND.NXT. */
  long unacknowledged = FIRST;

  long next = FIRST;

  /** The longest data of a segment. */
  int segmentSize;

  private long peerWindow;
  private long windowSegment;
  private long windowAcknowledgement;
  private boolean finWanted;
  private boolean finSent;
  private long lastSmallEnd;
  private long lastSentNs;
  private long usageEnd;
  private int usedSegments;
  private long usedSinceNs;
  private int probes;

  SendSide(TcpConnection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
    this.bound = new SegmentBound(connection.settings().buffers().halfWindow());
    this.control = connection.settings().congestion().begin();
    this.timer = new SendTimer(clock, this::expired);
    this.recovery = new LossRecovery(this, connection);
    this.acknowledgements = new Acknowledgements(this, connection);
  }

  @Override
  public long now() {
    return clock.now();
  }

  @Override
  public long sentTo() {
    return next;
  }

  @Override
  public long acknowledgedTo() {
    return unacknowledged;
  }

  /** Linux, {@code tcp_update_pacing_rate}: twice the window a round trip early in slow start. */
  @Override
  public long bytesPerSecond() {
    if (!roundTrip.isKnown()) {
      return 0;
    }
    long percent = window.size() < window.threshold() / 2 ? 200 : 120;
    long segments = Math.max(window.size(), board.size());
    return (long)
        (segmentSize
            * (double) segments
            * percent
            / 100
            * 1e9
            / Math.max(1000, roundTrip.smoothedNs()));
  }

  long lastSentNs() {
    return lastSentNs;
  }

  /** The send buffer grows with the congestion window (Linux, {@code tcp_sndbuf_expand}). */
  long bufferBytes() {
    long segments = Math.max(CongestionWindow.INITIAL, window.size());
    return Math.min(
        connection.settings().buffers().send(), 2 * BUFFER_BYTES_PER_SEGMENT * segments);
  }

  /** The other side's window, in bytes. */
  long peerWindow() {
    return peerWindow;
  }

  /** The number behind the window. */
  long windowEnd() {
    return unacknowledged + peerWindow;
  }

  /** Whether something was written that was not sent, a FIN included. */
  boolean hasUnsent() {
    return next < queue.end() || (finWanted && !finSent);
  }

  boolean finSent() {
    return finSent;
  }

  /** Whether the FIN has been acknowledged. */
  boolean finAcknowledged() {
    return finSent && unacknowledged == next;
  }

  /** The handshake is over. */
  void begin(int newSegmentSize, long window) {
    segmentSize = bound.begin(newSegmentSize, window);
    peerWindow = window;
    windowAcknowledgement = FIRST;
    usageEnd = FIRST;
    usedSinceNs = clock.now();
  }

  void write(TcpMessage message) {
    restartAfterIdle();
    queue.add(message);
  }

  void close() {
    finWanted = true;
  }

  /** RFC 5681, 4.1; Linux, {@code tcp_cwnd_restart}. */
  private void restartAfterIdle() {
    long idle = clock.now() - lastSentNs;
    long timeOut = recovery.timeOut.valueNs();
    if (!board.isEmpty() || lastSentNs == 0 || idle <= timeOut) {
      return;
    }
    int restart = Math.min(CongestionWindow.INITIAL, window.size());
    window.moveThreshold(recovery.currentThreshold());
    int size = window.size();
    for (idle -= timeOut; idle > 0 && size > restart; idle -= timeOut) {
      size >>= 1;
    }
    window.resize(Math.max(size, restart));
    usedSinceNs = clock.now();
    usedSegments = 0;
  }

  /**
   * Takes in what a segment acknowledges.
   *
   * @param acknowledged the first number that is awaited, not before {@link #unacknowledged}
   * @param start the segment's own first number
   */
  void acknowledge(TcpSegment segment, long acknowledged, long start) {
    acknowledgements.take(segment, acknowledged, start);
  }

  /** RFC 9293, 3.10.7.4: the window of a segment that is not older than the last. */
  boolean updateWindow(long start, long acknowledged, long newWindow) {
    boolean newer =
        acknowledged > unacknowledged
            || start > windowSegment
            || (start == windowSegment && newWindow > peerWindow);
    boolean changed = newer && newWindow != peerWindow;
    if (newer && acknowledged >= windowAcknowledgement) {
      windowSegment = start;
      windowAcknowledgement = acknowledged;
      peerWindow = newWindow;
      segmentSize = bound.offered(newWindow);
    }
    return changed;
  }

  /** Sends what may go out. */
  void push() {
    push(connection.settings().noDelay());
  }

  void push(boolean atOnce) {
    int sent = 0;
    int burst = 0;
    boolean limited = false;
    while (hasUnsent()) {
      if (board.inFlight() >= window.size()) {
        limited = true;
        break;
      }
      int length = (int) Math.min(segmentSize, queue.end() - next);
      if (next + Math.max(1, length) > windowEnd() || (!atOnce && heldBack(length))) {
        break;
      }
      if (burst == 0) {
        if (bursts.waits()) {
          limited = windowEnd() - next > (long) (window.size() - board.inFlight()) * segmentSize;
          break;
        }
        burst = bursts.segments();
      }
      burst--;
      sendNew(length);
      sent++;
    }
    limited |= board.inFlight() >= window.size();
    if (sent > 0 || limited) {
      validate(limited);
    }
    if (sent > 0) {
      recovery.sent(sent);
      recovery.probe.schedule(false);
    } else if (board.isEmpty() && hasUnsent() && timer.purpose() == Purpose.NOTHING) {
      timer.start(Purpose.PERSIST, persistNs());
    }
  }

  /** Nagle's algorithm as Minshall had it: one small segment may be on its way. */
  private boolean heldBack(int length) {
    boolean last = finWanted && next + length == queue.end();
    return length < segmentSize && !last && !board.isEmpty() && lastSmallEnd > unacknowledged;
  }

  /** Sends one segment of new data whatever the congestion window says; a loss probe does. */
  boolean pushOne() {
    int length = (int) Math.min(segmentSize, queue.end() - next);
    if (!hasUnsent() || next + Math.max(1, length) > windowEnd()) {
      return false;
    }
    sendNew(length);
    recovery.sent(1);
    return true;
  }

  private void sendNew(int length) {
    boolean fin = finWanted && next + length == queue.end();
    boolean first = board.isEmpty();
    if (first && lastSentNs > 0) {
      control.resumed(lastSentNs, this);
    }
    int numbers = length + (fin ? 1 : 0);
    board.append(next, numbers, clock.now());
    long start = next;
    next += numbers;
    finSent |= fin;
    if (length < segmentSize) {
      lastSmallEnd = next;
    }
    lastSentNs = clock.now();
    transmit(start, length, fin);
    if (first || timer.purpose() == Purpose.LOSS_PROBE) {
      recovery.timeOut.restart();
    }
  }

  /** Sends an entry again; in parts, should segments have become shorter since. */
  void resend(long index) {
    long start = board.start(index);
    long end = board.end(index);
    board.resend(index, clock.now());
    lastSentNs = clock.now();
    boolean fin = finSent && end == next;
    long dataEnd = fin ? end - 1 : end;
    do {
      int length = (int) Math.min(segmentSize, dataEnd - start);
      transmit(start, length, fin && start + length == dataEnd);
      start += length;
    } while (start < dataEnd);
    connection.retransmitted();
  }

  private void transmit(long start, int length, boolean fin) {
    int flags = TcpSegment.ACK | (fin ? TcpSegment.FIN : 0);
    if (length > 0 && start + length == queue.end()) {
      flags |= TcpSegment.PSH;
    }
    Piece[] pieces = length > 0 ? queue.pieces(start, length) : queue.nothing();
    connection.transmit(start, flags, length, pieces);
  }

  /** How far the window was used; it shrinks while it is not (RFC 7661's aim; Linux's way). */
  private void validate(boolean limited) {
    if (unacknowledged >= usageEnd
        || limited
        || (!window.keptBack() && board.size() > window.mostInFlight())) {
      window.use(limited, board.size());
      usageEnd = next;
    }
    if (window.isLimiting()) {
      usedSegments = 0;
      usedSinceNs = clock.now();
      return;
    }
    usedSegments = Math.max(usedSegments, board.size());
    if (clock.now() - usedSinceNs >= recovery.timeOut.valueNs()) {
      shrinkUnused();
    }
  }

  /** Linux, {@code tcp_cwnd_application_limited}: not while the application waits for room. */
  private void shrinkUnused() {
    boolean full = connection.isSendBufferFull();
    if (recovery.state() == LossRecovery.State.OPEN && !full) {
      int used = Math.max(usedSegments, CongestionWindow.INITIAL);
      if (used < window.size()) {
        window.moveThreshold(recovery.currentThreshold());
        window.resize((window.size() + used) / 2);
      }
      usedSegments = 0;
    }
    usedSinceNs = clock.now();
  }

  private long persistNs() {
    long base = Math.max(recovery.timeOut.valueNs(), PERSIST_LEAST_NS);
    return Math.min(RoundTrip.MOST_NS, base << Math.min(probes, 10));
  }

  private void expired() {
    Purpose purpose = timer.purpose();
    timer.stop();
    switch (purpose) {
      case RETRANSMIT -> recovery.timeOut.expired();
      case REORDER -> recovery.reorderingTimeOut();
      case LOSS_PROBE -> recovery.probe.send();
      case PERSIST -> probeWindow();
      case NOTHING -> throw new IllegalStateException("the timer runs for nothing");
    }
  }

  /** RFC 9293, 3.8.6.1; Linux sends what the window takes, or else an old number. */
  private void probeWindow() {
    if (!board.isEmpty() || !hasUnsent()) {
      return;
    }
    probes++;
    if (probes > MOST_PROBES) {
      connection.end(TcpEnding.TIMED_OUT);
      return;
    }
    int room = (int) Math.min(windowEnd() - next, Math.min(segmentSize, queue.end() - next));
    if (room > 0) {
      sendNew(room);
    } else {
      connection.transmit(unacknowledged - 1, TcpSegment.ACK, 0, queue.nothing());
      timer.start(Purpose.PERSIST, persistNs());
    }
  }

  /** Something came from the other side: it is there. */
  void heard() {
    probes = 0;
  }

  /** Nothing is on its way, and the window may have opened. */
  void checkPersist() {
    if (timer.purpose() == Purpose.PERSIST) {
      int length = (int) Math.min(segmentSize, queue.end() - next);
      if (next + Math.max(1, length) <= windowEnd()) {
        timer.stop();
      }
    }
  }

  /** The way takes shorter packets only (RFC 1191, 6.4). */
  void shorten(int newSegmentSize) {
    int before = segmentSize;
    segmentSize = bound.shorten(newSegmentSize);
    if (segmentSize < before) {
      recovery.resendTooLong();
    }
  }
}
