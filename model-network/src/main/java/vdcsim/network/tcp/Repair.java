package vdcsim.network.tcp;

import vdcsim.network.tcp.SendTimer.Purpose;

/** Sends again what is lost. */
final class Repair {
  private static final long NEVER = -1;

  private final SendSide send;
  private final Scoreboard board;
  private final LossDetector detector;
  private final LossRecovery recovery;
  private long firstResentNs = NEVER;

  Repair(SendSide send, LossDetector detector, LossRecovery recovery) {
    this.send = send;
    this.board = send.board;
    this.detector = detector;
    this.recovery = recovery;
  }

  /** When the present repairs began; negative without any. */
  long firstResentNs() {
    return firstResentNs;
  }

  /** Nothing that was sent again is outstanding: the next repair begins anew. */
  void forget() {
    firstResentNs = NEVER;
  }

  /** Forgets, unless something that was sent again is outstanding. */
  void forgetIfDone() {
    if (!anyResent()) {
      forget();
    }
  }

  /** Sends again what is lost, as far as the window allows. */
  void resendLost() {
    boolean restart = false;
    long i = detector.first();
    while (i < board.tail()
        && board.retransmitted() < board.lost()
        && board.inFlight() < send.window.size()) {
      if (board.isLost(i) && !board.isRetransmitted(i)) {
        if (board.start(i) >= send.windowEnd() && i != board.head()) {
          break;
        }
        again(i);
        restart |= i == board.head() && send.timer.purpose() != Purpose.REORDER;
      }
      i++;
    }
    detector.lookedTo(i);
    if (restart) {
      send.timer.start(Purpose.RETRANSMIT, recovery.timeOut.valueNs());
    }
  }

  void again(long index) {
    if (firstResentNs < 0) {
      firstResentNs = send.now();
    }
    recovery.undo.resent();
    send.resend(index);
    recovery.sent(1);
  }

  boolean anyResent() {
    return board.retransmitted() > 0
        || (!board.isEmpty() && board.wasEverRetransmitted(board.head()));
  }
}
