package vdcsim.network.bgp.message;

/** Where the first speaker of a route had it from (RFC 4271, 5.1.1); the less wins. */
public enum Origin {
  /** From within its autonomous system. */
  IGP(0),
  /** From the protocol before BGP. */
  EGP(1),
  /** Redistributed, or unknown. */
  INCOMPLETE(2);

  private static final Origin[] BY_CODE = values();

  private final int code;

  Origin(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }

  static Origin of(int code) throws MessageError {
    if (code >= BY_CODE.length) {
      throw MessageError.update(6, "invalid ORIGIN " + code);
    }
    return BY_CODE[code];
  }
}
