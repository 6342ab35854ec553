package vdcsim.network.bgp.message;

/** Where the first speaker of a route had it from (RFC 4271, 5.1.1); the less wins. */
public enum Origin {
  /** From within its autonomous system. */
  IGP,
  /** From the protocol before BGP. */
  EGP,
  /** Redistributed, or unknown. */
  INCOMPLETE;

  private static final Origin[] BY_CODE = values();

  int code() {
    return ordinal();
  }

  static Origin of(int code) throws MessageError {
    if (code >= BY_CODE.length) {
      throw MessageError.update(6, "invalid ORIGIN " + code);
    }
    return BY_CODE[code];
  }
}
