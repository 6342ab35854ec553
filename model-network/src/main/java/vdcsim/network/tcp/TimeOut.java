package vdcsim.network.tcp;

import java.time.Duration;
import vdcsim.network.tcp.SendTimer.Purpose;

/** The retransmission time-out (RFC 6298, 5), and when a connection is given up. */
final class TimeOut {
  /** Linux: 15 retransmissions (net.ipv4.tcp_retries2) from 200 ms on take 924.6 s. */
  private static final long GIVE_UP_NS = 924_600_000_000L;

  private final SendSide send;
  private final Scoreboard board;
  private final LossRecovery recovery;
  private final TcpConnection connection;
  private int count;
  private int backOff;

  TimeOut(SendSide send, LossRecovery recovery, TcpConnection connection) {
    this.send = send;
    this.board = send.board;
    this.recovery = recovery;
    this.connection = connection;
  }

  /** How long it is, backed off as often as it has expired (RFC 6298, 5.5). */
  long valueNs() {
    return Math.min(RoundTrip.MOST_NS, send.roundTrip.timeOutNs() << Math.min(backOff, 16));
  }

  /** A round trip was measured: back to the plain value. */
  void measured() {
    backOff = 0;
  }

  /** Something new was acknowledged, or nothing was lost after all. */
  void forget() {
    count = 0;
  }

  /** RFC 6298, 5.4 to 5.6. */
  void expired() {
    if (board.isEmpty()) {
      return;
    }
    if (isTooLate()) {
      connection.end(TcpEnding.TIMED_OUT);
      return;
    }
    boolean again = count > 0;
    recovery.enterLoss(again);
    count++;
    connection.timedOut();
    recovery.repair.again(board.head());
    backOff++;
    send.timer.start(Purpose.RETRANSMIT, valueNs());
  }

  boolean isTooLate() {
    long limitNs = connection.settings().limits().user().map(Duration::toNanos).orElse(GIVE_UP_NS);
    return count > 0
        && recovery.repair.firstResentNs() >= 0
        && send.now() - recovery.repair.firstResentNs() >= limitNs;
  }

  /** RFC 6298, 5.3, counted from when the first segment was sent (Linux, tcp_rearm_rto). */
  void restart() {
    if (board.isEmpty()) {
      send.timer.stop();
      return;
    }
    Purpose purpose = send.timer.purpose();
    boolean instead = purpose == Purpose.REORDER || purpose == Purpose.LOSS_PROBE;
    send.timer.start(
        Purpose.RETRANSMIT, instead ? Math.max(1, recovery.probe.leftNs()) : valueNs());
  }
}
