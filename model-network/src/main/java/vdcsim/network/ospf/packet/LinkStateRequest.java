package vdcsim.network.ospf.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.RouterId;

/** Asks for the newest instances of LSAs (RFC 2328, A.3.4). */
public record LinkStateRequest(List<LsaKey> wanted) implements OspfMessage {
  private static final int BYTES = 12;

  public LinkStateRequest {
    wanted = List.copyOf(wanted);
  }

  /** How many LSAs one packet asks for, within an IP packet of {@code mtu} bytes. */
  public static int most(int mtu, int ipHeaderBytes) {
    return (mtu - ipHeaderBytes - OspfPacket.HEADER_BYTES) / BYTES;
  }

  @Override
  public PacketType type() {
    return PacketType.LINK_STATE_REQUEST;
  }

  @Override
  public int length() {
    return BYTES * wanted.size();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    for (LsaKey key : wanted) {
      buffer.putInt(key.type().code());
      buffer.putInt(key.linkStateId().bits()).putInt(key.advertisingRouter().bits());
    }
  }

  static LinkStateRequest decode(ByteBuffer buffer, int length) {
    List<LsaKey> wanted = new ArrayList<>();
    for (int i = 0; i < length; i += BYTES) {
      LsaType type = LsaType.of(buffer.getInt());
      Ipv4Address linkStateId = new Ipv4Address(buffer.getInt());
      wanted.add(new LsaKey(type, linkStateId, new RouterId(buffer.getInt())));
    }
    return new LinkStateRequest(wanted);
  }
}
