package vdcsim.network.rip;

import java.nio.ByteBuffer;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * One entry of a message (RFC 2453, 4; RFC 1058, 3.1), as it stands on the wire: its fields may be
 * wrong. Version 1 leaves tag, mask and next hop zero.
 *
 * @param family the address family: 2 for IPv4, 0 where a request asks for the whole table
 * @param tag a number that came with a route from another protocol, 16 bits
 * @param address the network's address
 * @param mask the network's mask
 * @param nextHop where its packets go; 0.0.0.0 for the sender of the message
 * @param metric how many hops away the network is, unsigned
 */
public record RouteEntry(
    int family, int tag, Ipv4Address address, Ipv4Address mask, Ipv4Address nextHop, long metric) {
  static final int BYTES = 20;

  /** The family of IPv4 (RFC 2453, 3.6: AF_INET). */
  static final int IPV4 = 2;

  /** The family of an entry that carries a password (RFC 2453, 4.1). */
  static final int AUTHENTICATION = 0xFFFF;

  /** Stands for no address. */
  static final Ipv4Address NOWHERE = new Ipv4Address(0);

  /** The only entry of a request for the whole table (RFC 2453, 3.9.1). */
  static final RouteEntry WHOLE_TABLE =
      new RouteEntry(0, 0, NOWHERE, NOWHERE, NOWHERE, Rip.INFINITY);

  /** A network in version 2. */
  static RouteEntry of(Ipv4Prefix prefix, int tag, Ipv4Address nextHop, long metric) {
    return new RouteEntry(IPV4, tag, prefix.address(), prefix.netmask(), nextHop, metric);
  }

  /** A network in version 1, which knows no masks. */
  static RouteEntry ofVersion1(Ipv4Prefix prefix, long metric) {
    return new RouteEntry(IPV4, 0, prefix.address(), NOWHERE, NOWHERE, metric);
  }

  /** The network, its mask read from the left as far as it goes. */
  Ipv4Prefix prefix() {
    return Ipv4Prefix.of(address, Integer.numberOfLeadingZeros(~mask.bits()));
  }

  RouteEntry withMetric(long newMetric) {
    return new RouteEntry(family, tag, address, mask, nextHop, newMetric);
  }

  void encode(ByteBuffer buffer) {
    buffer.putShort((short) family).putShort((short) tag);
    buffer.putInt(address.bits()).putInt(mask.bits()).putInt(nextHop.bits()).putInt((int) metric);
  }

  static RouteEntry decode(ByteBuffer buffer) {
    return new RouteEntry(
        buffer.getShort() & 0xFFFF,
        buffer.getShort() & 0xFFFF,
        new Ipv4Address(buffer.getInt()),
        new Ipv4Address(buffer.getInt()),
        new Ipv4Address(buffer.getInt()),
        buffer.getInt() & 0xFFFF_FFFFL);
  }
}
