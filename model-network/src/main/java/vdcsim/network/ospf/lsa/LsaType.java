package vdcsim.network.ospf.lsa;

/** What a link state advertisement describes (RFC 2328, 4.3; RFC 3101, 2.3). */
public enum LsaType {
  /** A router and its links, within one area. */
  ROUTER(1),
  /** A network with its routers, written by the designated one, within one area. */
  NETWORK(2),
  /** A network of another area, written by a border router. */
  NETWORK_SUMMARY(3),
  /** A boundary router of the autonomous system in another area. */
  ASBR_SUMMARY(4),
  /** A network outside, for the whole autonomous system. */
  AS_EXTERNAL(5),
  /** A network outside, for one not-so-stubby area. */
  NSSA_EXTERNAL(7);

  private static final LsaType[] BY_CODE = {
    ROUTER, ROUTER, NETWORK, NETWORK_SUMMARY, ASBR_SUMMARY, AS_EXTERNAL, AS_EXTERNAL, NSSA_EXTERNAL
  };
  private static final int GROUP_MEMBERSHIP = 6;

  private final int code;

  LsaType(int code) {
    this.code = code;
  }

  /**
   * The type with this number.
   *
   * @throws IllegalArgumentException for a number that is none of 1 to 5 and 7 (RFC 2328, 13, step
   *     2)
   */
  public static LsaType of(int code) {
    if (code < 1 || code >= BY_CODE.length || code == GROUP_MEMBERSHIP) {
      throw new IllegalArgumentException("an LS type is one of 1 to 5 and 7, was " + code);
    }
    return BY_CODE[code];
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }

  /** Whether it is flooded through the whole autonomous system and not only one area. */
  public boolean isAsWide() {
    return this == AS_EXTERNAL;
  }
}
