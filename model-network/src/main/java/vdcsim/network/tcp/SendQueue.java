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

  private record Written(TcpMessage message, long start) {
    long end() {
      return start + message.length();
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
    messages.add(new Written(message, end));
    end += message.length();
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
    if (first.end() > start + length && first.message() instanceof TcpMessage.Filler) {
      return TcpSegment.noPieces();
    } else if (first.end() >= start + length) {
      return new Piece[] {new Piece(first.message(), start - first.start(), length)};
    }
    return collect(start, start + length);
  }

  private Piece[] collect(long start, long stop) {
    List<Piece> pieces = new ArrayList<>();
    // Most of what is sent stands at the end of the queue.
    Iterator<Written> backward = messages.descendingIterator();
    while (backward.hasNext()) {
      Written written = backward.next();
      if (written.end() <= start) {
        break;
      } else if (written.start() < stop) {
        long from = Math.max(start, written.start());
        int length = (int) (Math.min(stop, written.end()) - from);
        pieces.add(0, new Piece(written.message(), from - written.start(), length));
      }
    }
    return pieces.toArray(TcpSegment.noPieces());
  }
}
