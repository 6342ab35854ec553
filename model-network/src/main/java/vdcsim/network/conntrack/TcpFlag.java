package vdcsim.network.conntrack;

/** What of a segment's flags counts, the strongest first. */
enum TcpFlag {
  RST,
  SYN,
  SYN_ACK,
  FIN,
  ACK,
  NONE;

  private static final int FIN_BIT = 0x01;
  private static final int SYN_BIT = 0x02;
  private static final int RST_BIT = 0x04;
  private static final int ACK_BIT = 0x10;

  /** The flag that counts among those of a header (RFC 9293, 3.1). */
  static TcpFlag of(int flags) {
    boolean ack = (flags & ACK_BIT) != 0;
    if ((flags & RST_BIT) != 0) {
      return RST;
    } else if ((flags & SYN_BIT) != 0) {
      return ack ? SYN_ACK : SYN;
    } else if ((flags & FIN_BIT) != 0) {
      return FIN;
    }
    return ack ? ACK : NONE;
  }
}
