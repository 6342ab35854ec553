package vdcsim.network.icmp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;

/**
 * What a router or host tells the sender of a packet that it could not handle (RFC 792).
 *
 * @param kind what went wrong
 * @param parameter the MTU of the next link (RFC 1191), or the better gateway's address; else zero
 * @param original the packet; its header and the first 8 bytes behind it are sent back
 */
public record IcmpError(Kind kind, int parameter, Ipv4Packet original) implements IcmpMessage {
  private static final int BYTES_SENT_BACK = 8;

  /** What went wrong, by type and code. */
  public enum Kind {
    NETWORK_UNREACHABLE(3, 0),
    HOST_UNREACHABLE(3, 1),
    PROTOCOL_UNREACHABLE(3, 2),
    PORT_UNREACHABLE(3, 3),
    FRAGMENTATION_NEEDED(3, 4),
    REDIRECT(5, 1),
    TIME_TO_LIVE_EXCEEDED(11, 0),
    REASSEMBLY_TIME_EXCEEDED(11, 1);

    private final int type;
    private final int code;

    Kind(int type, int code) {
      this.type = type;
      this.code = code;
    }

    /** The kind of this type and code. */
    public static Optional<Kind> of(int type, int code) {
      return Arrays.stream(values()).filter(k -> k.type == type && k.code == code).findFirst();
    }
  }

  @Override
  public int length() {
    int sentBack = Math.min(BYTES_SENT_BACK, original.length() - Ipv4Packet.HEADER_BYTES);
    return HEADER_BYTES + Ipv4Packet.HEADER_BYTES + sentBack;
  }

  @Override
  public void encode(ByteBuffer buffer, Ipv4Address source, Ipv4Address destination) {
    int start = buffer.position();
    buffer.put((byte) kind.type).put((byte) kind.code).putShort((short) 0).putInt(parameter);
    ByteBuffer whole = ByteBuffer.allocate(original.length());
    original.encode(whole);
    buffer.put(whole.array(), 0, length() - HEADER_BYTES);
    IcmpMessage.complete(buffer, start, length());
  }
}
