package vdcsim.network.ospf.lsa;

import java.nio.ByteBuffer;

/** What an LSA says, behind its header (RFC 2328, A.4). It never changes. */
public sealed interface LsaBody permits RouterLsa, NetworkLsa, SummaryLsa, ExternalLsa {
  /** Its length in bytes. */
  int length();

  /** Writes its {@link #length} bytes as they stand on the wire. */
  void encode(ByteBuffer buffer);

  /** Reads {@code length} bytes as the body of an LSA of a type. */
  static LsaBody decode(LsaType type, ByteBuffer buffer, int length) {
    return switch (type) {
      case ROUTER -> RouterLsa.decode(buffer, length);
      case NETWORK -> NetworkLsa.decode(buffer, length);
      case NETWORK_SUMMARY, ASBR_SUMMARY -> SummaryLsa.decode(buffer, length);
      case AS_EXTERNAL, NSSA_EXTERNAL -> ExternalLsa.decode(buffer, length);
    };
  }
}
