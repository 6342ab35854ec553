package vdcsim.network.tcp;

/** How a connection came to its end. */
public enum TcpEnding {
  /** Both sides closed. */
  CLOSED,
  /** This side gave it up ({@link TcpConnection#abort}). */
  ABORTED,
  /** The other side reset it. */
  RESET,
  /** Nobody listens at the port. */
  REFUSED,
  /** Nothing was acknowledged for too long. */
  TIMED_OUT,
  /** A router said that the way ends (RFC 9293, 3.9.2.2). */
  UNREACHABLE
}
