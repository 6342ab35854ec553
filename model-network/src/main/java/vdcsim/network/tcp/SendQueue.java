package vdcsim.network.tcp;

import java.util.Arrays;

/** What the application has written and the other side has not yet acknowledged. */
final class SendQueue {
  /** A power of two, and doubled where it is too small. */
  private static final int FIRST_ROOM = 4;

  private Written[] ring = new Written[FIRST_ROOM];
  private int head;
  private int size;
  private long end;

  /** What a segment without data carries, or with filler alone; one for all segments. */
  private final Piece[] none = TcpSegment.noPieces();

  /** A message and where it lies; its end is looked at for each segment. */
  private record Written(TcpMessage message, long start, long end) {
    /** Whether these bytes are filler, and more of it follows. */
    boolean isFillerAround(long from, long to) {
      return start <= from && end > to && message instanceof TcpMessage.Filler;
    }

    /** What of it lies between two numbers. */
    Piece piece(long from, long to) {
      long first = Math.max(start, from);
      return new Piece(message, first - start, (int) (Math.min(end, to) - first));
    }
  }

  /** A queue whose first byte will have this number. */
  SendQueue(long first) {
    this.end = first;
  }

  /** The number behind the last byte that was written. */
  long end() {
    return end;
  }

  void add(TcpMessage message) {
    long start = end;
    end += message.length();
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = new Written(message, start, end);
    size++;
  }

  /** Twice the room; it is full, and what stood before the first comes behind the last. */
  private void grow() {
    int full = ring.length;
    ring = Arrays.copyOf(ring, 2 * full);
    System.arraycopy(ring, 0, ring, full, head);
  }

  private Written at(int index) {
    return ring[(head + index) & (ring.length - 1)];
  }

  /** All bytes before a number have been acknowledged. */
  void release(long number) {
    while (size > 0 && at(0).end() <= number) {
      ring[head] = null;
      head = (head + 1) & (ring.length - 1);
      size--;
    }
  }

  /** What a segment without data carries. */
  Piece[] nothing() {
    return none;
  }

  /** What {@code length} bytes from {@code start} on are; nothing for the middle of filler. */
  Piece[] pieces(long start, int length) {
    long stop = start + length;
    int index = holding(start);
    Written first = at(index);
    if (first.isFillerAround(start, stop)) {
      return none;
    } else if (first.end() >= stop) {
      return new Piece[] {first.piece(start, stop)};
    }
    int last = holding(stop - 1);
    Piece[] pieces = new Piece[last - index + 1];
    for (int i = index; i <= last; i++) {
      pieces[i - index] = at(i).piece(start, stop);
    }
    return pieces;
  }

  /** The message that holds a byte. Much may wait to be sent, and much to be acknowledged. */
  private int holding(long number) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).end() <= number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
