package vdcsim.network.ospf.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vdcsim.network.ospf.lsa.AgedLsa;

/** Carries LSAs one hop further (RFC 2328, A.3.5). */
public final class LinkStateUpdate implements OspfMessage {
  private static final int FIXED_BYTES = 4;

  private final List<AgedLsa> lsas;

  /** Kept, since every station of a network asks a packet for its length. */
  private final int length;

  /** A packet with these LSAs. */
  public LinkStateUpdate(List<AgedLsa> lsas) {
    this.lsas = List.copyOf(lsas);
    this.length = FIXED_BYTES + lsas.stream().mapToInt(AgedLsa::length).sum();
  }

  /** The LSAs, each at its age. */
  public List<AgedLsa> lsas() {
    return lsas;
  }

  /** How many bytes of LSAs fit into one packet, within an IP packet of {@code mtu} bytes. */
  public static int room(int mtu, int ipHeaderBytes) {
    return mtu - ipHeaderBytes - OspfPacket.HEADER_BYTES - FIXED_BYTES;
  }

  @Override
  public PacketType type() {
    return PacketType.LINK_STATE_UPDATE;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.putInt(lsas.size());
    lsas.forEach(lsa -> lsa.encode(buffer));
  }

  static LinkStateUpdate decode(ByteBuffer buffer) {
    int count = buffer.getInt();
    List<AgedLsa> lsas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lsas.add(AgedLsa.decode(buffer));
    }
    return new LinkStateUpdate(lsas);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkStateUpdate that && lsas.equals(that.lsas);
  }

  @Override
  public int hashCode() {
    return lsas.hashCode();
  }

  @Override
  public String toString() {
    return "update " + lsas;
  }
}
