package vdcsim.network.bgp.session;

/** The states of a session (RFC 4271, 8.2.2). */
public enum State {
  /** Nothing goes on. */
  IDLE("Idle"),
  /** A connection is being opened. */
  CONNECT("Connect"),
  /** No connection can be opened; the neighbour may do it. */
  ACTIVE("Active"),
  /** OPEN has been sent. */
  OPEN_SENT("OpenSent"),
  /** OPEN has been received; KEEPALIVE is awaited. */
  OPEN_CONFIRM("OpenConfirm"),
  /** Routes are exchanged. */
  ESTABLISHED("Established");

  private final String words;

  State(String words) {
    this.words = words;
  }

  /** Its name in the standard. */
  @Override
  public String toString() {
    return words;
  }
}
