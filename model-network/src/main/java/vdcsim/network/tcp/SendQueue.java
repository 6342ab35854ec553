package vdcsim.network.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** What the application has written and the other side has not yet acknowledged. */
final class SendQueue {
  private final Deque<Written> messages = new ArrayDeque<>();
  private long end;

  /** What carries nothing that the other side must know of; one for all segments. */
  private final Piece[] none = TcpSegment.noPieces();

  /** A message and where it lies; its end is looked at for each segment. */
  private record Written(TcpMessage message, long start, long end) {
    /** Whether these bytes are filler, and more of it follows. */
    boolean isFillerAround(long from, long to) {
      return start <= from && end > to && message instanceof TcpMessage.Filler;
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
    messages.add(new Written(message, start, end));
  }

  /** All bytes before a number have been acknowledged. */
  void release(long number) {
    while (!messages.isEmpty() && messages.getFirst().end() <= number) {
      messages.removeFirst();
    }
  }

  /** What {@code length} bytes from {@code start} on are; nothing for the middle of filler. */
  Piece[] pieces(long start, int length) {
    Written first = messages.getFirst();
    if (first.isFillerAround(start, start + length)) {
      return none;
    } else if (first.end() >= start + length) {
      return new Piece[] {new Piece(first.message(), start - first.start(), length)};
    }
    return collect(start, start + length);
  }

  private Piece[] collect(long start, long stop) {
    List<Piece> pieces = List.of();
    // Most of what is sent stands at the end of the queue.
    Iterator<Written> backward = messages.descendingIterator();
    while (backward.hasNext()) {
      Written written = backward.next();
      if (written.end <= start) {
        break;
      } else if (written.isFillerAround(start, stop)) {
        return none;
      } else if (written.start < stop) {
        long from = Math.max(start, written.start);
        int length = (int) (Math.min(stop, written.end) - from);
        Piece piece = new Piece(written.message, from - written.start, length);
        if (length == stop - start) {
          return new Piece[] {piece};
        }
        pieces = pieces.isEmpty() ? new ArrayList<>() : pieces;
        pieces.add(0, piece);
      }
    }
    return pieces.toArray(none);
  }
}
