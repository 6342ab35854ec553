package vdcsim.network.conntrack;

import java.time.Duration;

/** How far a connection of TCP has come, as one sees who only looks on (nf_conntrack_tcp.h). */
public enum TcpPhase {
  /** Nothing was seen yet. */
  NONE(0),
  /** A SYN was sent. */
  SYN_SENT(120),
  /** It was answered. */
  SYN_RECV(60),
  /** Data may flow. */
  ESTABLISHED(432_000),
  /** One end closes. */
  FIN_WAIT(120),
  /** Its FIN was acknowledged. */
  CLOSE_WAIT(60),
  /** The other end closes as well. */
  LAST_ACK(30),
  /** Both have closed. */
  TIME_WAIT(120),
  /** It was reset. */
  CLOSE(10),
  /** Both ends have sent a SYN. */
  SYN_SENT_2(120);

  private final long timeOutNs;

  TcpPhase(int seconds) {
    this.timeOutNs = Duration.ofSeconds(seconds).toNanos();
  }

  /** How long a connection without packets is remembered. */
  long timeOutNs() {
    return timeOutNs;
  }
}
