package vdcsim.network.tcp;

import vdcsim.kernel.Clock;
import vdcsim.kernel.Timer;

/** How a connection ends (RFC 9293, 3.6), and whether the other side still lives (3.8.4). */
final class Lifetime {
  /** Linux, TCP_TIMEWAIT_LEN; RFC 9293, 3.4.2 says twice two minutes. */
  private static final long TIME_WAIT_NS = 60_000_000_000L;

  /** Linux, net.ipv4.tcp_keepalive_intvl and tcp_keepalive_probes. */
  private static final long PROBE_INTERVAL_NS = 75_000_000_000L;

  private static final int MOST_PROBES = 9;

  private final TcpConnection connection;
  private final Clock clock;
  private final Timer timeWait;
  private final Timer keepAlive;
  private boolean closing;
  private boolean peerClosed;
  private long heardNs;
  private int probes;

  Lifetime(TcpConnection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
    this.timeWait = new Timer(clock, () -> connection.end(TcpEnding.CLOSED));
    this.keepAlive = new Timer(clock, this::silence);
  }

  /** Whether this side has closed. */
  boolean isClosing() {
    return closing;
  }

  void established() {
    heardNs = clock.now();
    connection.settings().limits().keepAlive().ifPresent(idle -> keepAlive.start(idle.toNanos()));
    if (closing) {
      begin();
    }
  }

  /** The user closes: a FIN follows what was written. */
  void close() {
    closing = true;
    if (connection.state().canSend()) {
      begin();
      connection.send().push();
    }
  }

  private void begin() {
    connection.moveTo(
        connection.state() == TcpState.CLOSE_WAIT ? TcpState.LAST_ACK : TcpState.FIN_WAIT_1);
    connection.send().close();
  }

  /** Something was acknowledged; perhaps the FIN. */
  void acknowledged() {
    if (!connection.send().finAcknowledged()) {
      return;
    }
    switch (connection.state()) {
      case FIN_WAIT_1 -> connection.moveTo(TcpState.FIN_WAIT_2);
      case CLOSING -> linger();
      case LAST_ACK -> connection.end(TcpEnding.CLOSED);
      case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, ESTABLISHED -> {}
      case FIN_WAIT_2, CLOSE_WAIT, TIME_WAIT -> {}
    }
  }

  /** The other side's FIN has been taken in. */
  void peerClosed() {
    if (peerClosed) {
      return;
    }
    peerClosed = true;
    switch (connection.state()) {
      case ESTABLISHED -> {
        connection.moveTo(TcpState.CLOSE_WAIT);
        connection.user().peerClosed(connection);
      }
      case FIN_WAIT_1 -> connection.moveTo(TcpState.CLOSING);
      case FIN_WAIT_2 -> linger();
      case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED -> {}
      case CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT -> {}
    }
  }

  /** The user is told at once; the port stays taken. */
  private void linger() {
    connection.moveTo(TcpState.TIME_WAIT);
    keepAlive.stop();
    timeWait.start(TIME_WAIT_NS);
    connection.tellEnd(TcpEnding.CLOSED);
  }

  /** A FIN that comes again starts the wait anew (RFC 9293, 3.10.7.4, eighth). */
  void lingerOn(TcpSegment segment) {
    if (connection.state() == TcpState.TIME_WAIT && segment.has(TcpSegment.FIN)) {
      timeWait.start(TIME_WAIT_NS);
    }
  }

  /** Something came from the other side. */
  void heard() {
    heardNs = clock.now();
    probes = 0;
  }

  private void silence() {
    long idleNs = connection.settings().limits().keepAlive().orElseThrow().toNanos();
    long silentNs = clock.now() - heardNs;
    if (silentNs < idleNs || !connection.send().board.isEmpty()) {
      keepAlive.start(Math.max(idleNs - silentNs, 1_000_000L));
    } else if (probes >= MOST_PROBES) {
      connection.end(TcpEnding.TIMED_OUT);
    } else {
      probes++;
      connection.transmit(
          connection.send().unacknowledged - 1, TcpSegment.ACK, 0, TcpSegment.noPieces());
      keepAlive.start(PROBE_INTERVAL_NS);
    }
  }

  void end() {
    timeWait.stop();
    keepAlive.stop();
  }
}
