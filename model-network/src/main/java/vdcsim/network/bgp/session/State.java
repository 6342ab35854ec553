package vdcsim.network.bgp.session;

/** The states of a session (RFC 4271, 8.2.2). */
public enum State {
  /** Nothing goes on. */
  IDLE(0, "Idle"),
  /** A connection is being opened. */
  CONNECT(0, "Connect"),
  /** No connection can be opened; the neighbour may do it. */
  ACTIVE(0, "Active"),
  /** OPEN has been sent. */
  OPEN_SENT(1, "OpenSent"),
  /** OPEN has been received; KEEPALIVE is awaited. */
  OPEN_CONFIRM(2, "OpenConfirm"),
  /** Routes are exchanged. */
  ESTABLISHED(3, "Established");

  private final int unexpectedSubcode;
  private final String words;

  State(int unexpectedSubcode, String words) {
    this.unexpectedSubcode = unexpectedSubcode;
    this.words = words;
  }

  /** What a NOTIFICATION says of a message that does not fit it (RFC 6608, 3). */
  int unexpectedSubcode() {
    return unexpectedSubcode;
  }

  /** Its name in the standard. */
  @Override
  public String toString() {
    return words;
  }
}
