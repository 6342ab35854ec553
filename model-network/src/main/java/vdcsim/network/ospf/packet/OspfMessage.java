package vdcsim.network.ospf.packet;

import java.nio.ByteBuffer;

/** What an OSPF packet says, behind its header (RFC 2328, A.3). It never changes. */
public sealed interface OspfMessage
    permits Hello, DatabaseDescription, LinkStateRequest, LinkStateUpdate, LinkStateAcknowledgment {

  /** Its kind. */
  PacketType type();

  /** Its length in bytes. */
  int length();

  /** Writes its {@link #length} bytes as they stand on the wire. */
  void encode(ByteBuffer buffer);

  /** Reads {@code length} bytes as a packet of a type. */
  static OspfMessage decode(PacketType type, ByteBuffer buffer, int length) {
    return switch (type) {
      case HELLO -> Hello.decode(buffer, length);
      case DATABASE_DESCRIPTION -> DatabaseDescription.decode(buffer, length);
      case LINK_STATE_REQUEST -> LinkStateRequest.decode(buffer, length);
      case LINK_STATE_UPDATE -> LinkStateUpdate.decode(buffer);
      case LINK_STATE_ACKNOWLEDGMENT -> LinkStateAcknowledgment.decode(buffer, length);
    };
  }
}
