package vdcsim.network.rip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vdcsim.network.udp.UdpContent;

/**
 * A message of RIP (RFC 2453, 4; RFC 1058, 3.1).
 *
 * @param command what it is: 1 a request, 2 a response; others are obsolete
 * @param version 1 or 2
 * @param entries at most {@value #MOST_ENTRIES}
 */
public record RipMessage(int command, int version, List<RouteEntry> entries) implements UdpContent {
  /** The port of UDP (RFC 2453, 3.9). */
  public static final int PORT = 520;

  /** As many entries as a message of 512 bytes holds (RFC 2453, 3.6). */
  static final int MOST_ENTRIES = 25;

  static final int REQUEST = 1;
  static final int RESPONSE = 2;

  private static final int HEADER_BYTES = 4;

  public RipMessage {
    entries = List.copyOf(entries);
    if (entries.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          "a message of RIP holds at most %d entries, was given %d"
              .formatted(MOST_ENTRIES, entries.size()));
    }
  }

  /** Asks for the whole table (RFC 2453, 3.9.1). */
  static RipMessage request(int version) {
    return new RipMessage(REQUEST, version, List.of(RouteEntry.WHOLE_TABLE));
  }

  static RipMessage response(int version, List<RouteEntry> entries) {
    return new RipMessage(RESPONSE, version, entries);
  }

  /** Whether it asks for the whole table. */
  boolean asksForAll() {
    return entries.size() == 1
        && entries.get(0).family() == 0
        && entries.get(0).metric() == Rip.INFINITY;
  }

  /** Whether it carries a password or a digest (RFC 2453, 4.1). */
  boolean isAuthenticated() {
    return !entries.isEmpty() && entries.get(0).family() == RouteEntry.AUTHENTICATION;
  }

  @Override
  public int length() {
    return HEADER_BYTES + RouteEntry.BYTES * entries.size();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.put((byte) command).put((byte) version).putShort((short) 0);
    entries.forEach(entry -> entry.encode(buffer));
  }

  /**
   * Reads the {@code length} bytes that are left of a datagram.
   *
   * @throws IllegalArgumentException if they end within an entry, or are too many
   */
  public static RipMessage decode(ByteBuffer buffer, int length) {
    if (length < HEADER_BYTES || (length - HEADER_BYTES) % RouteEntry.BYTES != 0) {
      throw new IllegalArgumentException("no message of RIP has " + length + " bytes");
    }
    int command = buffer.get() & 0xFF;
    int version = buffer.get() & 0xFF;
    buffer.getShort();
    List<RouteEntry> entries = new ArrayList<>();
    for (int read = HEADER_BYTES; read < length; read += RouteEntry.BYTES) {
      entries.add(RouteEntry.decode(buffer));
    }
    return new RipMessage(command, version, entries);
  }
}
