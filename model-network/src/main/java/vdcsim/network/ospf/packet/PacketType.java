package vdcsim.network.ospf.packet;

/** The kinds of OSPF packets (RFC 2328, A.3.1); their numbers are 1 to 5 in this order. */
public enum PacketType {
  /** Finds neighbours, and shows that they are there. */
  HELLO(1, "hellos"),
  /** Says which LSAs a router has. */
  DATABASE_DESCRIPTION(2, "database-descriptions"),
  /** Asks for LSAs. */
  LINK_STATE_REQUEST(3, "link-state-requests"),
  /** Carries LSAs. */
  LINK_STATE_UPDATE(4, "link-state-updates"),
  /** Confirms LSAs. */
  LINK_STATE_ACKNOWLEDGMENT(5, "link-state-acknowledgments");

  private static final PacketType[] ALL = values();

  private final int code;
  private final String plural;

  PacketType(int code, String plural) {
    this.code = code;
    this.plural = plural;
  }

  /** What several of them are called in metrics. */
  public String plural() {
    return plural;
  }

  int code() {
    return code;
  }

  static PacketType of(int code) {
    if (code < 1 || code > ALL.length) {
      throw new IllegalArgumentException("an OSPF packet type is one of 1 to 5, was " + code);
    }
    return ALL[code - 1];
  }
}
