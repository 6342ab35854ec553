package vdcsim.network.tcp;

/** The states of a connection (RFC 9293, 3.3.2). */
public enum TcpState {
  /** It does not exist: not yet, or no more. */
  CLOSED,
  /** A port waits for connections. */
  LISTEN,
  /** A SYN was sent. */
  SYN_SENT,
  /** SYNs have crossed or been answered; the last acknowledgement is awaited. */
  SYN_RECEIVED,
  /** Data flow. */
  ESTABLISHED,
  /** This side has closed, and waits for the acknowledgement of that. */
  FIN_WAIT_1,
  /** This side has closed, and waits for the other to close. */
  FIN_WAIT_2,
  /** The other side has closed; this side may still send. */
  CLOSE_WAIT,
  /** Both closed at the same time. */
  CLOSING,
  /** The other side closed first; the acknowledgement of this side's FIN is awaited. */
  LAST_ACK,
  /** All is done; old segments die out (RFC 9293, 3.6.1). */
  TIME_WAIT;

  /** Whether the handshake is over and the connection is not. */
  public boolean isSynchronized() {
    return compareTo(ESTABLISHED) >= 0;
  }

  /** Whether data of the other side can still come. */
  boolean canReceive() {
    return this == ESTABLISHED || this == FIN_WAIT_1 || this == FIN_WAIT_2;
  }

  /** Whether this side may still send new data. */
  boolean canSend() {
    return this == ESTABLISHED || this == CLOSE_WAIT;
  }
}
