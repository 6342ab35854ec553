package vdcsim.network.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.network.arp.ArpMessage;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.spanningtree.Bpdu;
import vdcsim.network.stream.StreamPayload;

/** Reads frames as captures hold them: without preamble and check sequence. */
public final class FrameDecoder {
  /** From here on the field behind the addresses is a type, below it a length (3.2.6). */
  private static final int FIRST_TYPE = 0x600;

  private static final int LLC_BPDU = 0x42;

  private FrameDecoder() {}

  /**
   * The frame of these bytes, as made at the start of time.
   *
   * @throws IllegalArgumentException if it is cut short, has a wrong checksum, or carries what no
   *     model sends
   */
  public static Frame decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      MacAddress destination = address(buffer);
      MacAddress source = address(buffer);
      List<VlanTag> tags = new ArrayList<>();
      int type = buffer.getShort() & 0xFFFF;
      while (type == VlanTag.CUSTOMER || type == VlanTag.SERVICE) {
        tags.add(VlanTag.decode(type, buffer.getShort() & 0xFFFF));
        type = buffer.getShort() & 0xFFFF;
      }
      return new Frame(destination, source, tags, payload(type, buffer), 0);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(
          "a frame of " + bytes.length + " bytes ends before its last field", e);
    }
  }

  private static MacAddress address(ByteBuffer buffer) {
    long high = buffer.getShort() & 0xFFFFL;
    return new MacAddress((high << 32) | (buffer.getInt() & 0xFFFF_FFFFL));
  }

  private static Payload payload(int type, ByteBuffer buffer) {
    if (type < FIRST_TYPE) {
      return logicalLink(type, buffer);
    }
    return switch (type) {
      case ArpMessage.ETHER_TYPE, ArpMessage.REVERSE_ETHER_TYPE -> ArpMessage.decode(buffer);
      case Ipv4Packet.ETHER_TYPE -> Ipv4Decoder.decode(buffer);
      case StreamPayload.ETHER_TYPE -> StreamPayload.decode(buffer, buffer.remaining());
      default -> throw unknown("an EtherType of 0x%04x", type);
    };
  }

  private static Payload logicalLink(int length, ByteBuffer buffer) {
    if (length > buffer.remaining()) {
      throw unknown("a length of %d bytes, more than there are,", length);
    }
    int accessPoint = buffer.get(buffer.position()) & 0xFF;
    if (accessPoint != LLC_BPDU) {
      throw unknown("a service access point of 0x%02x", accessPoint);
    }
    return Bpdu.decode(buffer.slice(buffer.position(), length));
  }

  private static IllegalArgumentException unknown(String what, int number) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, what, number) + " is not understood");
  }
}
