package vdcsim.network.ospf.packet;

/** The kinds of OSPF packets (RFC 2328, A.3.1); their numbers are 1 to 5 in this order. */
public enum PacketType {
  /** Finds neighbours, and shows that they are there. */
  HELLO("hellos"),
  /** Says which LSAs a router has. */
  DATABASE_DESCRIPTION("database-descriptions"),
  /** Asks for LSAs. */
  LINK_STATE_REQUEST("link-state-requests"),
  /** Carries LSAs. */
  LINK_STATE_UPDATE("link-state-updates"),
  /** Confirms LSAs. */
  LINK_STATE_ACKNOWLEDGMENT("link-state-acknowledgments");

  private static final PacketType[] ALL = values();

  private final String plural;

  PacketType(String plural) {
    this.plural = plural;
  }

  /** What several of them are called in metrics. */
  public String plural() {
    return plural;
  }

  int code() {
    return ordinal() + 1;
  }

  static PacketType of(int code) {
    if (code < 1 || code > ALL.length) {
      throw new IllegalArgumentException("an OSPF packet type is one of 1 to 5, was " + code);
    }
    return ALL[code - 1];
  }
}
