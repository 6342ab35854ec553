package vdcsim.network.stack;

import java.util.List;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.routing.NextHop;

/**
 * Chooses among equal-cost ways, so that the packets of a flow stay in order (RFC 2992): by source
 * and destination, as Linux does by default (fib_multipath_hash_policy 0).
 */
final class FlowHash {
  private FlowHash() {}

  static NextHop choose(List<NextHop> ways, Ipv4Packet packet) {
    return ways.get(ways.size() == 1 ? 0 : of(packet, ways.size()));
  }

  private static int of(Ipv4Packet packet, int ways) {
    long key = ((long) packet.source().bits() << 32) | (packet.destination().bits() & 0xFFFF_FFFFL);
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    mixed ^= mixed >>> 32;
    return (int) Long.remainderUnsigned(mixed, ways);
  }
}
