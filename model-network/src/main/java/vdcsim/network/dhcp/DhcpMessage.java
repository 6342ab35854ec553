package vdcsim.network.dhcp;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.udp.UdpContent;

/**
 * A message of DHCP (RFC 2131, 2): the header of BOOTP, and options.
 *
 * @param type what it says
 * @param hops how many relay agents it has passed
 * @param transaction the number that question and answer share
 * @param seconds since the client began to ask
 * @param broadcast whether the client takes answers only if they go to all stations
 * @param client the address that the client has (ciaddr), 0.0.0.0 without one
 * @param yours the address that the client is given (yiaddr), or 0.0.0.0
 * @param relay the relay agent next to the client (giaddr), or 0.0.0.0
 * @param hardware the client's hardware address
 * @param options the options of four bytes, by meaning
 */
public record DhcpMessage(
    MessageType type,
    int hops,
    int transaction,
    int seconds,
    boolean broadcast,
    Ipv4Address client,
    Ipv4Address yours,
    Ipv4Address relay,
    MacAddress hardware,
    Map<Option, Integer> options)
    implements UdpContent {
  /** The port of servers and relay agents (RFC 2131, 4.1). */
  public static final int SERVER_PORT = 67;

  /** The port of clients. */
  public static final int CLIENT_PORT = 68;

  /** What may be short is padded to this length, in bytes (RFC 1542, 2.1). */
  static final int LEAST_BYTES = 300;

  private static final int REQUEST = 1;
  private static final int REPLY = 2;
  private static final int ETHERNET = 0x0106;
  private static final int BROADCAST_FLAG = 0x8000;

  /** The rest of the client's hardware address, a server's name and a file's: all empty. */
  private static final int UNUSED_BYTES = 10 + 64 + 128;

  /** RFC 2131, 3: what follows are options. */
  private static final int MAGIC_COOKIE = 0x6382_5363;

  private static final int HEADER_BYTES = 240;
  private static final int PAD = 0;
  private static final int MESSAGE_TYPE = 53;
  private static final int PARAMETER_LIST = 55;
  private static final int END = 255;

  /** What clients ask for: mask, gateway, and the times of the lease. */
  private static final byte[] WANTED = {1, 3, 51, 58, 59};

  public DhcpMessage {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /** A message without addresses and options. */
  static DhcpMessage of(MessageType type, int transaction, MacAddress hardware) {
    Ipv4Address none = Ipv4Address.UNSPECIFIED;
    return new DhcpMessage(type, 0, transaction, 0, false, none, none, none, hardware, Map.of());
  }

  /** The start of an answer: to whom, by which way. */
  DhcpMessage answer(MessageType answer) {
    return new DhcpMessage(
        answer,
        0,
        transaction,
        0,
        broadcast,
        Ipv4Address.UNSPECIFIED,
        Ipv4Address.UNSPECIFIED,
        relay,
        hardware,
        Map.of());
  }

  DhcpMessage after(int secondsSince) {
    return new DhcpMessage(
        type, hops, transaction, secondsSince, broadcast, client, yours, relay, hardware, options);
  }

  DhcpMessage toAll(boolean all) {
    return new DhcpMessage(
        type, hops, transaction, seconds, all, client, yours, relay, hardware, options);
  }

  DhcpMessage from(Ipv4Address owned) {
    return new DhcpMessage(
        type, hops, transaction, seconds, broadcast, owned, yours, relay, hardware, options);
  }

  DhcpMessage lending(Ipv4Address lent) {
    return new DhcpMessage(
        type, hops, transaction, seconds, broadcast, client, lent, relay, hardware, options);
  }

  /** The same, one relay agent further; the first one leaves its address. */
  DhcpMessage relayed(Ipv4Address agent) {
    Ipv4Address first = relay.equals(Ipv4Address.UNSPECIFIED) ? agent : relay;
    return new DhcpMessage(
        type, hops + 1, transaction, seconds, broadcast, client, yours, first, hardware, options);
  }

  DhcpMessage with(Option option, Ipv4Address value) {
    return with(option, value.bits());
  }

  /** The same with an option of 32 bits, without a sign. */
  DhcpMessage with(Option option, int value) {
    Map<Option, Integer> more = new TreeMap<>(options);
    more.put(option, value);
    return new DhcpMessage(
        type, hops, transaction, seconds, broadcast, client, yours, relay, hardware, more);
  }

  Optional<Ipv4Address> address(Option option) {
    return Optional.ofNullable(options.get(option)).map(Ipv4Address::new);
  }

  Optional<Long> number(Option option) {
    return Optional.ofNullable(options.get(option)).map(Integer::toUnsignedLong);
  }

  /** Whether a relay agent brought it. */
  boolean isRelayed() {
    return !relay.equals(Ipv4Address.UNSPECIFIED);
  }

  private boolean listsParameters() {
    return type == MessageType.DISCOVER || type == MessageType.REQUEST;
  }

  @Override
  public int length() {
    int list = listsParameters() ? 2 + WANTED.length : 0;
    return Math.max(LEAST_BYTES, HEADER_BYTES + 3 + 6 * options.size() + list + 1);
  }

  @Override
  public void encode(ByteBuffer buffer) {
    int end = buffer.position() + length();
    buffer.put((byte) (type.isReply() ? REPLY : REQUEST)).putShort((short) ETHERNET);
    buffer.put((byte) hops).putInt(transaction).putShort((short) seconds);
    buffer.putShort((short) (broadcast ? BROADCAST_FLAG : 0));
    buffer.putInt(client.bits()).putInt(yours.bits()).putInt(0).putInt(relay.bits());
    buffer.putShort((short) (hardware.bits() >> 32)).putInt((int) hardware.bits());
    buffer.put(new byte[UNUSED_BYTES]).putInt(MAGIC_COOKIE);
    buffer.put((byte) MESSAGE_TYPE).put((byte) 1).put((byte) type.number());
    options.forEach(
        (option, value) -> buffer.put((byte) option.code()).put((byte) 4).putInt(value));
    if (listsParameters()) {
      buffer.put((byte) PARAMETER_LIST).put((byte) WANTED.length).put(WANTED);
    }
    buffer.put((byte) END);
    buffer.put(new byte[end - buffer.position()]);
  }

  /**
   * Reads the {@code length} bytes that are left of a datagram; options that no model knows are
   * left out.
   *
   * @throws IllegalArgumentException if it is cut short, no message of DHCP, or not for Ethernet
   */
  public static DhcpMessage decode(ByteBuffer buffer, int length) {
    int end = buffer.position() + length;
    if (length < HEADER_BYTES) {
      throw new IllegalArgumentException("no message of DHCP has " + length + " bytes");
    }
    buffer.get();
    int station = buffer.getShort();
    int hops = buffer.get() & 0xFF;
    int transaction = buffer.getInt();
    int seconds = buffer.getShort() & 0xFFFF;
    boolean broadcast = (buffer.getShort() & BROADCAST_FLAG) != 0;
    Ipv4Address client = new Ipv4Address(buffer.getInt());
    Ipv4Address yours = new Ipv4Address(buffer.getInt());
    buffer.getInt();
    Ipv4Address relay = new Ipv4Address(buffer.getInt());
    long high = buffer.getShort() & 0xFFFFL;
    MacAddress hardware = new MacAddress((high << 32) | (buffer.getInt() & 0xFFFF_FFFFL));
    buffer.position(buffer.position() + UNUSED_BYTES);
    if (station != ETHERNET || buffer.getInt() != MAGIC_COOKIE) {
      throw new IllegalArgumentException("a message of BOOTP without DHCP, or not over Ethernet");
    }
    Map<Option, Integer> options = new TreeMap<>();
    MessageType type = readOptions(buffer, end, options);
    return new DhcpMessage(
        type, hops, transaction, seconds, broadcast, client, yours, relay, hardware, options);
  }

  private static MessageType readOptions(ByteBuffer buffer, int end, Map<Option, Integer> options) {
    int type = 0;
    while (buffer.position() < end) {
      int code = buffer.get() & 0xFF;
      if (code == END) {
        buffer.position(end);
      } else if (code != PAD) {
        int size = buffer.position() < end ? buffer.get() & 0xFF : 0;
        int next = buffer.position() + size;
        if (size == 0 || next > end) {
          throw new IllegalArgumentException("the DHCP option " + code + " is cut short");
        }
        if (code == MESSAGE_TYPE) {
          type = buffer.get() & 0xFF;
        } else if (size == 4) {
          int value = buffer.getInt();
          Option.of(code).ifPresent(option -> options.put(option, value));
        }
        buffer.position(next);
      }
    }
    return MessageType.of(type);
  }
}
