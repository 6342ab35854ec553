package vdcsim.network.ospf.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vdcsim.network.ospf.lsa.LsaHeader;

/**
 * Says which LSAs a router has (RFC 2328, A.3.3).
 *
 * @param mtu the longest packet that the sender's interface takes; 0 over a virtual link
 * @param options bits of {@link vdcsim.network.ospf.lsa.Options}
 * @param initial I: the first of a series
 * @param more M: others follow
 * @param master MS: its sender leads the exchange
 * @param sequence grows with each packet of the master; the slave repeats it
 */
public record DatabaseDescription(
    int mtu,
    int options,
    boolean initial,
    boolean more,
    boolean master,
    int sequence,
    List<LsaHeader> headers)
    implements OspfMessage {
  private static final int FIXED_BYTES = 8;
  private static final int MS = 0x01;
  private static final int M = 0x02;
  private static final int I = 0x04;

  public DatabaseDescription {
    headers = List.copyOf(headers);
  }

  /** How many headers one packet holds, within an IP packet of {@code mtu} bytes. */
  public static int mostHeaders(int mtu, int ipHeaderBytes) {
    return (mtu - ipHeaderBytes - OspfPacket.HEADER_BYTES - FIXED_BYTES) / LsaHeader.BYTES;
  }

  /** Whether it has the same bits, options and number as another: a duplicate (10.6). */
  public boolean repeats(DatabaseDescription other) {
    return sequence == other.sequence && options == other.options && flags() == other.flags();
  }

  private int flags() {
    return (initial ? I : 0) | (more ? M : 0) | (master ? MS : 0);
  }

  @Override
  public PacketType type() {
    return PacketType.DATABASE_DESCRIPTION;
  }

  @Override
  public int length() {
    return FIXED_BYTES + LsaHeader.BYTES * headers.size();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.putShort((short) mtu).put((byte) options).put((byte) flags()).putInt(sequence);
    headers.forEach(header -> header.encode(buffer));
  }

  static DatabaseDescription decode(ByteBuffer buffer, int length) {
    int mtu = buffer.getShort() & 0xFFFF;
    int options = buffer.get() & 0xFF;
    int flags = buffer.get() & 0xFF;
    int sequence = buffer.getInt();
    List<LsaHeader> headers = new ArrayList<>();
    for (int i = FIXED_BYTES; i < length; i += LsaHeader.BYTES) {
      headers.add(LsaHeader.decode(buffer));
    }
    return new DatabaseDescription(
        mtu, options, (flags & I) != 0, (flags & M) != 0, (flags & MS) != 0, sequence, headers);
  }
}
