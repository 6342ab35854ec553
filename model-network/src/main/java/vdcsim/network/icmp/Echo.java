package vdcsim.network.icmp;

import java.nio.ByteBuffer;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Address;

/**
 * An ICMP echo request or its reply (RFC 792, Echo or Echo Reply Message).
 *
 * @param reply whether it answers
 * @param identifier tells askers of one host apart, 16 bits
 * @param sequence tells the requests of one asker apart, 16 bits
 * @param dataLength bytes of data, which count up from 0
 */
public record Echo(boolean reply, int identifier, int sequence, int dataLength)
    implements IcmpMessage {
  private static final int ECHO = 8;
  private static final int ECHO_REPLY = 0;

  /** The reply to this request. */
  public Echo answer() {
    return new Echo(true, identifier, sequence, dataLength);
  }

  @Override
  public int length() {
    return HEADER_BYTES + dataLength;
  }

  @Override
  public void encode(ByteBuffer buffer, Ipv4Address source, Ipv4Address destination) {
    int start = buffer.position();
    buffer.put((byte) (reply ? ECHO_REPLY : ECHO)).put((byte) 0).putShort((short) 0);
    buffer.putShort((short) identifier).putShort((short) sequence);
    for (int i = 0; i < dataLength; i++) {
      buffer.put((byte) i);
    }
    IcmpMessage.complete(buffer, start, length());
  }

  /**
   * Reads the {@code length} bytes that are left of a packet.
   *
   * @throws IllegalArgumentException if it is another message of ICMP, or its checksum is wrong
   */
  public static Echo decode(ByteBuffer buffer, int length) {
    int start = buffer.position();
    if (InternetChecksum.of(buffer, start, length) != 0) {
      throw new IllegalArgumentException("an ICMP message with a wrong checksum");
    }
    int type = buffer.get();
    int code = buffer.get();
    if ((type != ECHO && type != ECHO_REPLY) || code != 0) {
      throw new IllegalArgumentException("no echo, but ICMP type " + type + " code " + code);
    }
    buffer.getShort();
    int identifier = buffer.getShort() & 0xFFFF;
    int sequence = buffer.getShort() & 0xFFFF;
    buffer.position(start + length);
    return new Echo(type == ECHO_REPLY, identifier, sequence, length - HEADER_BYTES);
  }
}
