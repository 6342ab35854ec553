package vdcsim.hardware.nic;

import java.util.Arrays;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * The descriptors of a ring to send. A frame has one. Segments that come in one instant and are
 * neighbours are one long segment where the card cuts: one descriptor says how it is to be cut
 * (Intel 82599, data sheet 7.2.3.2.3: the context descriptor), the others where its bytes are, 16
 * KiB at most each (Linux, IXGBE_MAX_DATA_PER_TXD); its headers are there once.
 *
 * <p>The frames are those that the card will have cut: the first byte of a segment and the number
 * of its packet count on from one to the next, and only the last has a mark of an end.
 *
 * <p>Metrics, below the card's name: {@code tx-descriptors} that were filled, {@code long-segments}
 * that were handed down, {@code tx-fetched-bytes} that the card reads of memory.
 */
final class TransmitRing {
  private static final int DESCRIPTOR_DATA = 16 << 10;

  /** A long segment that the stack cuts itself has as many frames, 45 of 1448 bytes, and fits. */
  private static final int ROOM = 64;

  /** Linux, GSO_LEGACY_MAX_SIZE. */
  private static final int MOST_SEGMENT = 65_536;

  private final int capacity;
  private final boolean cuts;
  private final Counter filled;
  private final Counter longSegments;
  private final Counter fetchedBytes;
  private Frame[] frames = new Frame[16];
  private int[] bytes = new int[16];
  private int[] descriptors = new int[16];

  /** The oldest frame that is not all fetched, the next to fetch, and the end; they only grow. */
  private long oldest;

  private long next;
  private long end;
  private int used;
  private long lastNs = -1;
  private int lastBytes;
  private int lastPieces;

  TransmitRing(String card, int capacity, boolean cuts, Metrics metrics) {
    this.capacity = capacity;
    this.cuts = cuts;
    this.filled = metrics.counter(card + ".tx-descriptors", Unit.COUNT);
    this.longSegments = metrics.counter(card + ".long-segments", Unit.COUNT);
    this.fetchedBytes = metrics.counter(card + ".tx-fetched-bytes", Unit.BYTES);
  }

  /** Takes a frame unless the ring is full; returns whether it has it. */
  boolean offer(Frame frame, long nowNs) {
    int data = Joiner.data(frame);
    boolean joins = joins(frame, data, nowNs);
    int needs = joins ? more(data) : 1;
    if (used + needs > capacity) {
      return false;
    }
    if (joins) {
      longSegments.add(lastPieces == 1 ? 1 : 0);
      lastPieces++;
      lastBytes += data;
    } else {
      lastPieces = 1;
      lastBytes = frame.softwareBytes();
    }
    lastNs = nowNs;
    used += needs;
    filled.add(needs);
    add(frame, (joins ? data : lastBytes) + needs * ReceiveQueue.DESCRIPTOR_BYTES, needs);
    return true;
  }

  private boolean joins(Frame frame, int data, long nowNs) {
    if (!cuts || nowNs != lastNs || end == oldest) {
      return false;
    }
    Frame last = frames[index(end - 1)];
    return lastBytes + data <= MOST_SEGMENT
        && frame.length() <= last.length()
        && frame.destination().equals(last.destination())
        && frame.tags().equals(last.tags())
        && frame.payload().continues(last.payload());
  }

  /** How many descriptors more a long segment needs with these bytes behind it. */
  private int more(int data) {
    int context = lastPieces == 1 ? 1 : 0;
    return context + pieces(lastBytes + data) - pieces(lastBytes);
  }

  private static int pieces(int bytes) {
    return (bytes + DESCRIPTOR_DATA - 1) / DESCRIPTOR_DATA;
  }

  private int index(long number) {
    return (int) number & (frames.length - 1);
  }

  private void add(Frame frame, int fetch, int needs) {
    if (end - oldest == frames.length) {
      grow();
    }
    int at = index(end);
    frames[at] = frame;
    bytes[at] = fetch;
    descriptors[at] = needs;
    end++;
  }

  private void grow() {
    int head = index(oldest);
    frames = turned(frames, head);
    bytes = turned(bytes, head);
    descriptors = turned(descriptors, head);
    next -= oldest;
    end -= oldest;
    oldest = 0;
  }

  private static Frame[] turned(Frame[] from, int head) {
    Frame[] into = Arrays.copyOfRange(from, head, head + 2 * from.length);
    System.arraycopy(from, 0, into, from.length - head, head);
    return into;
  }

  private static int[] turned(int[] from, int head) {
    int[] into = Arrays.copyOfRange(from, head, head + 2 * from.length);
    System.arraycopy(from, 0, into, from.length - head, head);
    return into;
  }

  /** Whether the driver lets the stack send, or has stopped it (Linux, netif_stop_queue). */
  boolean hasRoom() {
    return capacity - used >= Math.min(ROOM, capacity / 2);
  }

  boolean isReady() {
    return next < end;
  }

  /** The next to fetch; there must be one. */
  Frame take() {
    fetchedBytes.add(bytes[index(next)]);
    return frames[index(next++)];
  }

  /** What the card reads of memory for the one that was taken last, descriptors included. */
  int takenBytes() {
    return bytes[index(next - 1)];
  }

  /** The oldest that was taken has been fetched: its descriptors are free again. */
  void fetched() {
    int at = index(oldest);
    used -= descriptors[at];
    frames[at] = null;
    oldest++;
  }
}
