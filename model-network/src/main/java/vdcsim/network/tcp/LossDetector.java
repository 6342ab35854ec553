package vdcsim.network.tcp;

import vdcsim.network.tcp.LossRecovery.State;
import vdcsim.network.tcp.SendTimer.Purpose;

/** Finds out which segments are lost, and marks them. */
final class LossDetector {
  private static final int REORDERING = 3;
  private static final int MOST_REORDERING = 300;

  private final SendSide send;
  private final Scoreboard board;
  private final Rack rack;
  private final TcpConnection connection;
  private int reordering = REORDERING;

  /** No entry before this one waits to be sent again. */
  private long hint;

  LossDetector(SendSide send, Rack rack, TcpConnection connection) {
    this.send = send;
    this.board = send.board;
    this.rack = rack;
    this.connection = connection;
  }

  /** Whether segments have overtaken each other further than usual. */
  boolean seesMuchReordering() {
    return reordering > REORDERING;
  }

  /** After a time-out the other segments count as lost: the way was not that disordered. */
  void expectLessReordering() {
    if (board.sacked() >= reordering) {
      reordering = Math.min(reordering, REORDERING);
    }
  }

  /** Where to look first for what is lost and not sent again. */
  long first() {
    return Math.max(hint, board.head());
  }

  /** All before an entry has been looked at. */
  void lookedTo(long index) {
    hint = index;
  }

  /** Segments from {@code low} on have arrived late: they were overtaken, not lost. */
  void checkReordering(long low) {
    long distance = board.highestSacked() - low;
    if (distance <= 0) {
      return;
    }
    int segments = (int) ((distance + send.segmentSize - 1) / send.segmentSize);
    reordering = Math.max(reordering, Math.min(segments, MOST_REORDERING));
    rack.seeReordering();
  }

  /** Without selective acknowledgements each duplicate says that a segment has arrived. */
  void assumeSacked(boolean duplicate, AckNews news) {
    if (duplicate && !connection.usesSack()) {
      int holes = Math.max(1, board.lost());
      int most = Math.max(0, board.size() - holes);
      int before = board.sacked();
      board.assumeSacked(Math.min(most, before + 1));
      news.delivered += Math.max(0, board.sacked() - before);
    }
  }

  /** Segments were acknowledged by number: one filled a hole, the others had arrived before. */
  void removeAssumed(int removed, AckNews news) {
    news.delivered += Math.max(1, removed - board.sacked());
    board.assumeSacked(Math.max(0, board.sacked() - (removed - 1)));
    int holes = Math.max(1, board.lost());
    board.assumeSacked(Math.min(board.sacked(), Math.max(0, board.size() - holes)));
    if (news.retransmitted) {
      news.original = false;
    }
  }

  /** RFC 6582, 3.2: three duplicates, or an acknowledgement of a part during recovery. */
  void findByDuplicates(State state, AckNews news) {
    boolean partial = state == State.RECOVERY && news.advanced;
    boolean enough = state.compareTo(State.RECOVERY) < 0 && board.sacked() >= reordering;
    if ((partial || enough) && !board.isLost(board.head())) {
      markLost(board.head(), news);
    }
  }

  /** RFC 8985, 6.2, step 5; returns how long to wait for those that may still come. */
  long markOvertaken(State state, AckNews news) {
    long now = send.now();
    boolean recovering = state.compareTo(State.RECOVERY) >= 0;
    long windowNs = rack.windowNs(recovering, board.sacked(), reordering);
    long wait = 0;
    long i = board.earliest();
    while (i != Scoreboard.NONE && rack.isOvertaken(board, i)) {
      long following = board.sentAfter(i);
      long left = rack.leftNs(board, i, now, windowNs);
      if (left <= 0) {
        markLost(i, news);
      } else {
        wait = Math.max(wait, left);
      }
      i = following;
    }
    return wait;
  }

  void markLost(long index, AckNews news) {
    if (board.markLost(index)) {
      news.lost++;
      hint = Math.min(hint, index);
    }
  }

  /** Linux, {@code tcp_timeout_mark_lost}: what was sent a short while ago may still come. */
  void markTimedOut() {
    AckNews news = new AckNews();
    if (!connection.usesSack()) {
      board.assumeSacked(0);
    } else if (board.isSacked(board.head())) {
      board.forgetSacked();
    }
    long now = send.now();
    for (long i = board.head(); i < board.tail(); i++) {
      boolean young =
          connection.usesSack() && i != board.head() && rack.leftNs(board, i, now, 0) > 0;
      if (!young) {
        markLost(i, news);
      }
    }
  }

  /** Without selective acknowledgements, after a time-out (Linux, tcp_process_loss). */
  void countAfterTimeOut(boolean duplicateOfNew, AckNews news) {
    if (!connection.usesSack()) {
      if (duplicateOfNew) {
        assumeSacked(true, news);
      } else if (news.advanced) {
        board.assumeSacked(0);
      }
    }
  }

  /** Marks what is longer than segments may be now; returns whether anything is lost. */
  boolean markTooLong() {
    AckNews news = new AckNews();
    for (long i = board.head(); i < board.tail(); i++) {
      if (board.length(i) > send.segmentSize) {
        markLost(i, news);
      }
    }
    return board.lost() > 0;
  }

  /** Looks for losses after an acknowledgement. */
  void find(State state, AckNews news) {
    if (board.isEmpty()) {
      return;
    }
    if (!connection.usesSack()) {
      findByDuplicates(state, news);
    } else if (rack.takeAdvance()) {
      int copies = board.retransmitted();
      long wait = markOvertaken(state, news);
      news.copyLost |= board.retransmitted() < copies;
      if (wait > 0) {
        send.timer.start(Purpose.REORDER, wait + LossRecovery.LEAST_TIMEOUT_NS);
        news.restartTimer = false;
      }
    }
  }

  /** RFC 2018, 8: the first segment cannot have arrived while it is not acknowledged by number. */
  boolean reneged() {
    if (board.isEmpty() || !connection.usesSack() || !board.isSacked(board.head())) {
      return false;
    }
    board.forgetSacked();
    send.timer.start(
        Purpose.RETRANSMIT,
        Math.max(LossRecovery.LEAST_TIMEOUT_NS, send.roundTrip.smoothedNs() / 2));
    return true;
  }
}
