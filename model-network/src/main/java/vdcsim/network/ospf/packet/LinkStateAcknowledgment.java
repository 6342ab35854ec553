package vdcsim.network.ospf.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vdcsim.network.ospf.lsa.LsaHeader;

/** Confirms LSAs that have arrived (RFC 2328, A.3.6). */
public record LinkStateAcknowledgment(List<LsaHeader> headers) implements OspfMessage {

  public LinkStateAcknowledgment {
    headers = List.copyOf(headers);
  }

  /** How many LSAs one packet confirms, within an IP packet of {@code mtu} bytes. */
  public static int most(int mtu, int ipHeaderBytes) {
    return (mtu - ipHeaderBytes - OspfPacket.HEADER_BYTES) / LsaHeader.BYTES;
  }

  @Override
  public PacketType type() {
    return PacketType.LINK_STATE_ACKNOWLEDGMENT;
  }

  @Override
  public int length() {
    return LsaHeader.BYTES * headers.size();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    headers.forEach(header -> header.encode(buffer));
  }

  static LinkStateAcknowledgment decode(ByteBuffer buffer, int length) {
    List<LsaHeader> headers = new ArrayList<>();
    for (int i = 0; i < length; i += LsaHeader.BYTES) {
      headers.add(LsaHeader.decode(buffer));
    }
    return new LinkStateAcknowledgment(headers);
  }
}
