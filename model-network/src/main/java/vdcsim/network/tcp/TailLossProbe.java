package vdcsim.network.tcp;

import vdcsim.network.tcp.SendTimer.Purpose;

/**
 * Probes for losses at the end of a flight (RFC 8985, 7): when nothing is acknowledged for two
 * round trips, one segment more shows what is missing before the time-out expires.
 */
final class TailLossProbe {
  private static final long NONE = -1;

  private final SendSide send;
  private final Scoreboard board;
  private final RoundTrip roundTrip;
  private final LossRecovery recovery;
  private final TcpConnection connection;
  private long high = NONE;
  private boolean resent;

  TailLossProbe(SendSide send, LossRecovery recovery, TcpConnection connection) {
    this.send = send;
    this.board = send.board;
    this.roundTrip = send.roundTrip;
    this.recovery = recovery;
    this.connection = connection;
  }

  /** Whether a probe is out whose end is not known yet. */
  boolean isOut() {
    return high >= 0;
  }

  /** A repair begins: the probe has nothing more to say. */
  void forget() {
    high = NONE;
  }

  /** The other side got something twice: if it was the probe, nothing was lost. */
  void duplicateArrived(long end) {
    if (high == end && resent) {
      forget();
    }
  }

  /** RFC 8985, 7.2; returns whether a probe is due now. */
  boolean schedule(boolean advancing) {
    if (!connection.usesSack()
        || board.isEmpty()
        || !recovery.mayProbe()
        || (!advancing && send.timer.purpose() == Purpose.REORDER)) {
      return false;
    }
    long wait = RoundTrip.INITIAL_NS;
    if (roundTrip.isKnown()) {
      wait = 2 * roundTrip.smoothedNs();
      wait += board.size() == 1 ? RoundTrip.LEAST_NS : LossRecovery.LEAST_TIMEOUT_NS;
    }
    long left = advancing ? recovery.timeOut.valueNs() : leftNs();
    send.timer.start(Purpose.LOSS_PROBE, left > 0 ? Math.min(wait, left) : wait);
    return true;
  }

  long leftNs() {
    return recovery.timeOut.valueNs() - (send.now() - board.sentNs(board.head()));
  }

  /** RFC 8985, 7.3. */
  void send() {
    if (board.isEmpty()) {
      return;
    }
    if (high < 0) {
      resent = false;
      boolean sent = send.pushOne();
      if (!sent && !send.hasUnsent()) {
        resent = true;
        recovery.repair.again(board.tail() - 1);
        sent = true;
      }
      if (sent) {
        high = send.next;
      }
    }
    recovery.timeOut.restart();
  }

  /** RFC 8985, 7.4.2: a probe that repaired a loss costs what a loss costs. */
  void end(AckNews news) {
    if (send.unacknowledged < high) {
      return;
    }
    boolean repaired = resent && send.unacknowledged > high;
    boolean bothArrived = !news.advanced && news.isDuplicateAck() && !news.sacked;
    if (repaired) {
      recovery.reduceForProbe();
    } else if (!resent || bothArrived) {
      high = -1;
    }
  }
}
