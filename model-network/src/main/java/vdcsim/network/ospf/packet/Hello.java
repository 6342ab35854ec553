package vdcsim.network.ospf.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * A Hello (RFC 2328, A.3.2).
 *
 * @param prefixLength of the network; 0 over a virtual link
 * @param helloSeconds how often its sender says hello
 * @param options bits of {@link vdcsim.network.ospf.lsa.Options}
 * @param priority in the election of the designated router; 0 never becomes it
 * @param deadSeconds how long its sender waits for a hello
 * @param designated the designated router's address, as its sender sees it; 0.0.0.0 for none
 * @param backup the backup's address
 * @param neighbours whose hellos its sender has heard of late
 */
public record Hello(
    int prefixLength,
    int helloSeconds,
    int options,
    int priority,
    int deadSeconds,
    Ipv4Address designated,
    Ipv4Address backup,
    List<RouterId> neighbours)
    implements OspfMessage {
  private static final int FIXED_BYTES = 20;
  private static final int ADDRESS_BITS = 32;

  public Hello {
    neighbours = List.copyOf(neighbours);
  }

  @Override
  public PacketType type() {
    return PacketType.HELLO;
  }

  @Override
  public int length() {
    return FIXED_BYTES + 4 * neighbours.size();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.putInt(new Ipv4Prefix(0, prefixLength).netmask().bits());
    buffer.putShort((short) helloSeconds).put((byte) options).put((byte) priority);
    buffer.putInt(deadSeconds).putInt(designated.bits()).putInt(backup.bits());
    neighbours.forEach(neighbour -> buffer.putInt(neighbour.bits()));
  }

  static Hello decode(ByteBuffer buffer, int length) {
    int prefixLength = ADDRESS_BITS - Integer.numberOfTrailingZeros(buffer.getInt());
    int helloSeconds = buffer.getShort() & 0xFFFF;
    int options = buffer.get() & 0xFF;
    int priority = buffer.get() & 0xFF;
    int deadSeconds = buffer.getInt();
    Ipv4Address designated = new Ipv4Address(buffer.getInt());
    Ipv4Address backup = new Ipv4Address(buffer.getInt());
    List<RouterId> neighbours = new ArrayList<>();
    for (int i = FIXED_BYTES; i < length; i += 4) {
      neighbours.add(new RouterId(buffer.getInt()));
    }
    return new Hello(
        prefixLength, helloSeconds, options, priority, deadSeconds, designated, backup, neighbours);
  }
}
