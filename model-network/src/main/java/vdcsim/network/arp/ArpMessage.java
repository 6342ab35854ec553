package vdcsim.network.arp;

import java.nio.ByteBuffer;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.network.ip.Ipv4Address;

/**
 * An ARP message for IPv4 over Ethernet (RFC 826, Packet format), or one of reverse ARP, which
 * differs in type and operation alone (RFC 903).
 *
 * @param operation {@link #REQUEST}, {@link #REPLY} or {@link #REVERSE_REQUEST}
 * @param targetHardware whom it asks for; all zero in a request
 */
public record ArpMessage(
    int operation,
    MacAddress senderHardware,
    Ipv4Address senderProtocol,
    MacAddress targetHardware,
    Ipv4Address targetProtocol)
    implements Payload {
  /** The EtherType. */
  public static final int ETHER_TYPE = 0x0806;

  /** Asks who has an address. */
  public static final int REQUEST = 1;

  /** Answers. */
  public static final int REPLY = 2;

  /** The EtherType of reverse ARP. */
  public static final int REVERSE_ETHER_TYPE = 0x8035;

  /** Asks for an address of its own; who moves a card sends it so that switches learn. */
  public static final int REVERSE_REQUEST = 3;

  /** Stands for a hardware address that is not known. */
  public static final MacAddress UNKNOWN = new MacAddress(0);

  private static final int BYTES = 28;
  private static final int ETHERNET = 1;
  private static final int IPV4 = 0x0800;

  @Override
  public int etherType() {
    return operation == REVERSE_REQUEST ? REVERSE_ETHER_TYPE : ETHER_TYPE;
  }

  @Override
  public int length() {
    return BYTES;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.putShort((short) ETHERNET).putShort((short) IPV4).put((byte) 6).put((byte) 4);
    buffer.putShort((short) operation);
    putAddress(buffer, senderHardware);
    buffer.putInt(senderProtocol.bits());
    putAddress(buffer, targetHardware);
    buffer.putInt(targetProtocol.bits());
  }

  private static void putAddress(ByteBuffer buffer, MacAddress address) {
    buffer.putShort((short) (address.bits() >> 32)).putInt((int) address.bits());
  }

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException if it is not for IPv4 over Ethernet
   * @throws java.nio.BufferUnderflowException if it is cut short
   */
  public static ArpMessage decode(ByteBuffer buffer) {
    int hardware = buffer.getShort() & 0xFFFF;
    int protocol = buffer.getShort() & 0xFFFF;
    int lengths = buffer.getShort() & 0xFFFF;
    if (hardware != ETHERNET || protocol != IPV4 || lengths != 0x0604) {
      throw new IllegalArgumentException("an ARP message that is not for IPv4 over Ethernet");
    }
    int operation = buffer.getShort() & 0xFFFF;
    MacAddress senderHardware = address(buffer);
    Ipv4Address senderProtocol = new Ipv4Address(buffer.getInt());
    MacAddress targetHardware = address(buffer);
    return new ArpMessage(
        operation,
        senderHardware,
        senderProtocol,
        targetHardware,
        new Ipv4Address(buffer.getInt()));
  }

  private static MacAddress address(ByteBuffer buffer) {
    long high = buffer.getShort() & 0xFFFFL;
    return new MacAddress((high << 32) | (buffer.getInt() & 0xFFFF_FFFFL));
  }
}
