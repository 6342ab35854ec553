package vdcsim.network.tcp;

import java.util.Arrays;

/**
 * The segments that were sent and not yet acknowledged by number, in order, and what is known of
 * each (RFC 6675, 3; Linux, the retransmission queue). A ring of arrays: no object a segment.
 *
 * <p>Entries have an index that only grows. A second chain holds them in the order in which they
 * were last sent (RFC 8985, 6.2), those apart that have arrived or are taken for lost.
 */
final class Scoreboard {
  static final long NONE = -1;

  private static final byte SACKED = 1;
  private static final byte LOST = 2;
  private static final byte RETRANSMITTED = 4;
  private static final byte EVER_RETRANSMITTED = 8;
  private static final byte CHAINED = 16;

  private long[] starts = new long[32];
  private int[] lengths = new int[32];
  private byte[] marks = new byte[32];
  private long[] sentNs = new long[32];
  private long[] before = new long[32];
  private long[] after = new long[32];
  private long head;
  private long tail;
  private long earliest = NONE;
  private long latest = NONE;
  private int sacked;
  private int lost;
  private int retransmitted;
  private long highestSacked;

  private int slot(long index) {
    return (int) index & (starts.length - 1);
  }

  /** The index of the first entry. */
  long head() {
    return head;
  }

  /** The index behind the last entry. */
  long tail() {
    return tail;
  }

  boolean isEmpty() {
    return head == tail;
  }

  int size() {
    return (int) (tail - head);
  }

  int sacked() {
    return sacked;
  }

  int lost() {
    return lost;
  }

  int retransmitted() {
    return retransmitted;
  }

  /** Segments that are thought to be on their way (Linux, {@code tcp_packets_in_flight}). */
  int inFlight() {
    return size() - sacked - lost + retransmitted;
  }

  /** The number behind the highest selectively acknowledged byte; so far. */
  long highestSacked() {
    return highestSacked;
  }

  /** A segment goes out for the first time. */
  void append(long start, int length, long nowNs) {
    if (size() == starts.length) {
      grow();
    }
    int slot = slot(tail);
    starts[slot] = start;
    lengths[slot] = length;
    marks[slot] = 0;
    sentNs[slot] = nowNs;
    chain(tail);
    tail++;
  }

  private void grow() {
    int old = starts.length;
    long[] newStarts = new long[2 * old];
    int[] newLengths = new int[2 * old];
    byte[] newMarks = new byte[2 * old];
    long[] newSent = new long[2 * old];
    long[] newBefore = new long[2 * old];
    long[] newAfter = new long[2 * old];
    for (long i = head; i < tail; i++) {
      int from = (int) i & (old - 1);
      int to = (int) i & (2 * old - 1);
      newStarts[to] = starts[from];
      newLengths[to] = lengths[from];
      newMarks[to] = marks[from];
      newSent[to] = sentNs[from];
      newBefore[to] = before[from];
      newAfter[to] = after[from];
    }
    starts = newStarts;
    lengths = newLengths;
    marks = newMarks;
    sentNs = newSent;
    before = newBefore;
    after = newAfter;
  }

  private void chain(long index) {
    int slot = slot(index);
    marks[slot] |= CHAINED;
    before[slot] = latest;
    after[slot] = NONE;
    if (latest == NONE) {
      earliest = index;
    } else {
      after[slot(latest)] = index;
    }
    latest = index;
  }

  private void unchain(long index) {
    int slot = slot(index);
    if ((marks[slot] & CHAINED) == 0) {
      return;
    }
    marks[slot] &= ~CHAINED;
    if (before[slot] == NONE) {
      earliest = after[slot];
    } else {
      after[slot(before[slot])] = after[slot];
    }
    if (after[slot] == NONE) {
      latest = before[slot];
    } else {
      before[slot(after[slot])] = before[slot];
    }
  }

  /** The entry that was sent longest ago, of those neither arrived nor lost; or {@link #NONE}. */
  long earliest() {
    return earliest;
  }

  /** The one sent next behind another; or {@link #NONE}. */
  long sentAfter(long index) {
    return after[slot(index)];
  }

  long start(long index) {
    return starts[slot(index)];
  }

  int length(long index) {
    return lengths[slot(index)];
  }

  long end(long index) {
    int slot = slot(index);
    return starts[slot] + lengths[slot];
  }

  /** When it was last sent. */
  long sentNs(long index) {
    return sentNs[slot(index)];
  }

  boolean isSacked(long index) {
    return (marks[slot(index)] & SACKED) != 0;
  }

  boolean isLost(long index) {
    return (marks[slot(index)] & LOST) != 0;
  }

  /** Whether it was sent again since it was last taken for lost. */
  boolean isRetransmitted(long index) {
    return (marks[slot(index)] & RETRANSMITTED) != 0;
  }

  boolean wasEverRetransmitted(long index) {
    return (marks[slot(index)] & EVER_RETRANSMITTED) != 0;
  }

  /** The first entry that ends behind a number; {@link #tail} where there is none. */
  long find(long number) {
    long low = head;
    long high = tail;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (end(middle) > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Takes the first entry out: it was acknowledged. */
  void remove() {
    int slot = slot(head);
    unchain(head);
    forget(slot);
    head++;
  }

  private void forget(int slot) {
    byte mark = marks[slot];
    sacked -= (mark & SACKED) != 0 ? 1 : 0;
    lost -= (mark & LOST) != 0 ? 1 : 0;
    retransmitted -= (mark & RETRANSMITTED) != 0 ? 1 : 0;
    marks[slot] = 0;
  }

  /** The first entry was acknowledged up to a number within it. */
  void trim(long number) {
    int slot = slot(head);
    lengths[slot] -= (int) (number - starts[slot]);
    starts[slot] = number;
  }

  /** It has arrived out of order. */
  void markSacked(long index) {
    int slot = slot(index);
    // Who was sent again and is not lost anew may still have that copy on its way.
    if ((marks[slot] & LOST) != 0) {
      lost--;
      if ((marks[slot] & RETRANSMITTED) != 0) {
        retransmitted--;
      }
      marks[slot] &= ~(LOST | RETRANSMITTED);
    }
    unchain(index);
    marks[slot] |= SACKED;
    sacked++;
    highestSacked = Math.max(highestSacked, end(index));
  }

  /** It was acknowledged twice: no copy is on its way any more. */
  void forgetCopy(long index) {
    int slot = slot(index);
    if ((marks[slot] & RETRANSMITTED) != 0) {
      marks[slot] &= ~RETRANSMITTED;
      retransmitted--;
    }
  }

  /** It is taken for lost; what was sent of it again is, too. */
  boolean markLost(long index) {
    int slot = slot(index);
    if ((marks[slot] & SACKED) != 0) {
      return false;
    }
    unchain(index);
    boolean copyLost = (marks[slot] & RETRANSMITTED) != 0;
    if (copyLost) {
      retransmitted--;
      marks[slot] &= ~RETRANSMITTED;
    }
    boolean news = (marks[slot] & LOST) == 0;
    if (news) {
      marks[slot] |= LOST;
      lost++;
    }
    return news || copyLost;
  }

  /** It goes out again. */
  void resend(long index, long nowNs) {
    int slot = slot(index);
    unchain(index);
    if ((marks[slot] & RETRANSMITTED) == 0) {
      retransmitted++;
    }
    marks[slot] |= RETRANSMITTED | EVER_RETRANSMITTED;
    sentNs[slot] = nowNs;
    chain(index);
  }

  /** The receiver has thrown away what it had acknowledged selectively (RFC 2018, 8). */
  void forgetSacked() {
    for (long i = head; i < tail; i++) {
      marks[slot(i)] &= ~SACKED;
    }
    sacked = 0;
  }

  /** Nothing was lost after all: those taken for lost stand as sent. */
  void forgetLost() {
    for (long i = head; i < tail; i++) {
      int slot = slot(i);
      if ((marks[slot] & LOST) != 0) {
        marks[slot] &= ~LOST;
        unchain(i);
        chain(i);
      }
    }
    lost = 0;
  }

  /** Whether an entry that was sent again is still here. */
  boolean holdsRetransmitted() {
    for (long i = head; i < tail; i++) {
      if (wasEverRetransmitted(i)) {
        return true;
      }
    }
    return false;
  }

  /** Without selective acknowledgements: duplicates say that so many have arrived. */
  void assumeSacked(int segments) {
    sacked = Math.max(0, segments);
  }

  /** Begins anew without entries. */
  void clear() {
    Arrays.fill(marks, (byte) 0);
    head = tail;
    earliest = NONE;
    latest = NONE;
    sacked = 0;
    lost = 0;
    retransmitted = 0;
  }
}
