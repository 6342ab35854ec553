package vdcsim.network.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.ListIterator;
import vdcsim.kernel.Clock;

/**
 * The receive side of a connection: puts what arrives in order, hands it to the user, and offers a
 * window (RFC 9293, 3.10.7.4; Linux, {@code tcp_data_queue}). Numbers count from the other side's
 * SYN, which is 0, and never wrap.
 */
final class ReceiveSide {
  private static final int LEAST_SEGMENT = 536;
  private static final int BLOCKS_WITH_TIMESTAMPS = 3;
  private static final int BLOCKS_WITHOUT = 4;

  private final TcpConnection connection;
  private final Clock clock;
  private final DelayedAck acks;
  private final Gaps gaps = new Gaps();
  private final List<Arrival> ends = new ArrayList<>();
  private final Deque<TcpMessage> unread = new ArrayDeque<>();
  private ReceiveWindow window;
  private int scale;

  /** RFC 9293, 3.3.1: RCV.NXT. */
  private long next = 1;

  private long offeredEnd = 1;
  private long acknowledged = 1;
  private long finNumber = -1;
  private boolean finTaken;
  private boolean reading = true;
  private long unreadBytes;
  private int largestSegment = LEAST_SEGMENT;
  private boolean pushed;
  private boolean atOnce;
  private long duplicateStart = -1;
  private long duplicateEnd;

  /** A message, and the number behind its last byte. */
  private record Arrival(long end, TcpMessage message) {}

  ReceiveSide(TcpConnection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
    this.acks = new DelayedAck(clock, connection);
    this.window = new ReceiveWindow(connection.settings(), LEAST_SEGMENT);
  }

  /** The handshake is over. */
  void begin(int segmentSize, int windowScale) {
    window = new ReceiveWindow(connection.settings(), segmentSize);
    scale = windowScale;
    offeredEnd = next + Math.min(window.size(), 0xFFFF);
  }

  DelayedAck acks() {
    return acks;
  }

  long next() {
    return next;
  }

  /** Whether the other side's FIN has been taken in, with all before it. */
  boolean finTaken() {
    return finTaken;
  }

  /** Whether a segment has to do with what is awaited (RFC 9293, 3.10.7.4, first). */
  boolean isAcceptable(long start, int length) {
    long edge = Math.max(offeredEnd, next);
    long end = start + length;
    return length == 0
        ? start >= next && start <= edge
        : start < Math.max(edge, next + 1) && end > next;
  }

  /** Whether a number lies in the window. */
  boolean isInWindow(long start) {
    return start >= next && start <= Math.max(offeredEnd, next);
  }

  /** Something that was taken in already has come again (RFC 2883). */
  void duplicate(long start, int length) {
    if (length > 0 && start + length <= next) {
      duplicateStart = start;
      duplicateEnd = start + length;
      acks.hurry(window.size(), largestSegment);
    }
  }

  /** Takes data in; what was already here is passed over. */
  void take(TcpSegment segment, long start) {
    int length = segment.dataLength();
    long end = start + length;
    if (length > 0) {
      largestSegment = Math.max(largestSegment, length);
      pushed |= segment.has(TcpSegment.PSH) || length < largestSegment;
      acks.arrived(offeredEnd - next, largestSegment);
      long echoedMs = connection.echoedMs(segment);
      if (echoedMs >= 0 && length >= largestSegment) {
        window.roundTrip(Math.max(1_000_000, clock.now() - echoedMs * 1_000_000));
      }
      note(segment, start);
    }
    if (segment.has(TcpSegment.FIN)) {
      finNumber = end;
    }
    if (start <= next) {
      inOrder(end);
    } else if (length > 0) {
      beyond(start, end);
    } else {
      atOnce = true;
    }
  }

  /** Remembers the messages that end in a segment, each once. */
  private void note(TcpSegment segment, long start) {
    long at = start;
    for (Piece piece : segment.pieces()) {
      at += piece.length();
      if (piece.isLast() && at > next) {
        note(at, piece.message());
      }
    }
  }

  private void note(long end, TcpMessage message) {
    ListIterator<Arrival> backward = ends.listIterator(ends.size());
    while (backward.hasPrevious()) {
      Arrival before = backward.previous();
      if (before.end() == end) {
        return;
      } else if (before.end() < end) {
        backward.next();
        break;
      }
    }
    backward.add(new Arrival(end, message));
  }

  private void beyond(long start, long end) {
    if (gaps.holds(start, end)) {
      duplicateStart = start;
      duplicateEnd = end;
    }
    gaps.add(start, end);
    acks.hurry(window.size(), largestSegment);
  }

  private void inOrder(long end) {
    long before = next;
    if (end > next) {
      next = end;
    }
    if (!gaps.isEmpty()) {
      next = gaps.advance(next);
      // RFC 5681, 4.2: a gap that was filled is told of at once.
      atOnce |= next > before;
    }
    if (next > before) {
      acks.inOrder();
      deliver(next - before);
    }
    if (finNumber == next && !finTaken) {
      finTaken = true;
      next++;
      atOnce = true;
    }
  }

  private void deliver(long bytes) {
    if (!reading) {
      unreadBytes += bytes;
      while (!ends.isEmpty() && ends.get(0).end() <= next) {
        unread.add(ends.remove(0).message());
      }
      return;
    }
    window.read(bytes, clock.now());
    connection.user().arrived(connection, bytes);
    while (!ends.isEmpty() && ends.get(0).end() <= next && reading) {
      connection.user().received(connection, ends.remove(0).message());
    }
  }

  /** The user takes nothing in for now: the window closes. */
  void pause() {
    reading = false;
  }

  /** The user takes in what waits, and all that comes. */
  void resume() {
    if (reading) {
      return;
    }
    reading = true;
    long bytes = unreadBytes;
    unreadBytes = 0;
    if (bytes > 0) {
      window.read(bytes, clock.now());
      connection.user().arrived(connection, bytes);
    }
    while (reading && !unread.isEmpty()) {
      connection.user().received(connection, unread.removeFirst());
    }
    long open = Math.max(0, offeredEnd - next);
    if (bytes > 0 && connection.state().isSynchronized() && room() >= 2 * open) {
      connection.acknowledgeNow();
    }
  }

  /** The window to offer, in bytes; none instead of a few (RFC 9293, 3.8.6.2.2). */
  private long room() {
    // What waits beyond a gap lies within the window: it does not make the window move.
    long free = Math.max(0, window.size() - unreadBytes);
    return free < Math.min(window.size() / 2, largestSegment) ? 0 : free;
  }

  /**
   * The window field of the next segment. What was offered is not taken back (RFC 9293, 3.8.6), but
   * for what the scale cannot say (RFC 7323, 2.4); it is still taken in.
   */
  int offer() {
    long end = Math.max(offeredEnd, next + room());
    long field = Math.min(0xFFFF, (end - next) >> scale);
    offeredEnd = Math.max(offeredEnd, next + (field << scale));
    return (int) field;
  }

  /** An acknowledgement goes out, alone or with data. */
  void acknowledged() {
    acknowledged = next;
    pushed = false;
    atOnce = false;
    acks.sent();
  }

  /** The last segment of the handshake; data that were sent with it acknowledge as well. */
  void acknowledgeAfterHandshake() {
    if (acknowledged == next && !acks.hasSent()) {
      connection.acknowledgeNow();
    }
  }

  /** The blocks to tell of; empty where all is in order. */
  int[] blocks(boolean timestamps) {
    boolean twice = duplicateStart >= 0;
    int most = timestamps ? BLOCKS_WITH_TIMESTAMPS : BLOCKS_WITHOUT;
    int count = gaps.blocks(twice ? most - 1 : most);
    int[] edges = new int[2 * (count + (twice ? 1 : 0))];
    int at = 0;
    if (twice) {
      edges[at++] = connection.receivedWire(duplicateStart);
      edges[at++] = connection.receivedWire(duplicateEnd);
      duplicateStart = -1;
    }
    for (int i = 0; i < count; i++) {
      edges[at++] = connection.receivedWire(gaps.blockStart(i));
      edges[at++] = connection.receivedWire(gaps.blockEnd(i));
    }
    return edges;
  }

  /** Whether there is something to tell of selectively. */
  boolean hasBlocks() {
    return duplicateStart >= 0 || !gaps.isEmpty();
  }

  /** A segment has been worked off: is it acknowledged now, or later? (__tcp_ack_snd_check) */
  void acknowledgeIfDue() {
    if (!acks.isPending() && !atOnce && duplicateStart < 0) {
      return;
    }
    boolean second = next - acknowledged > largestSegment;
    boolean drained = pushed && reading && !acks.isAnswering() && next > acknowledged;
    boolean never = !connection.settings().limits().delayAcknowledgements();
    if (atOnce || second || never || (gaps.isEmpty() && (acks.isQuick() || drained))) {
      connection.acknowledgeNow();
    } else if (gaps.isEmpty() && duplicateStart < 0) {
      acks.delay(pushed);
    } else {
      acks.outOfOrder(connection.usesSack());
    }
  }
}
