package vdcsim.network.tcp;

/** The application above a connection (RFC 9293, 3.9.1: the user). */
public interface TcpUser {
  /** The handshake is over; both sides can send. */
  default void established(TcpConnection connection) {}

  /** A message has arrived with its last byte, in the order in which it was sent. */
  default void received(TcpConnection connection, TcpMessage message) {}

  /** So many bytes have arrived in order; called before the messages that they complete. */
  default void arrived(TcpConnection connection, long bytes) {}

  /**
   * The send buffer has room again, after {@link TcpConnection#sendBufferFree} was zero (RFC 9293,
   * 3.9.1.3).
   */
  default void writable(TcpConnection connection) {}

  /** All that was written has been acknowledged. */
  default void drained(TcpConnection connection) {}

  /** The other side has closed: nothing more will arrive. Without an answer, this side closes. */
  default void peerClosed(TcpConnection connection) {
    connection.close();
  }

  /** The connection is over; called once. A side in TIME-WAIT counts as over. */
  default void ended(TcpConnection connection, TcpEnding ending) {}
}
