package vdcsim.network.stack;

import java.util.List;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.routing.NextHop;

/**
 * Chooses among equal-cost ways, so that the packets of a flow stay in order (RFC 2992): by source
 * and destination, as Linux does by default (fib_multipath_hash_policy 0).
 *
 * <p>Each machine has a key of its own, as Linux draws one when it boots: else the routers behind
 * each other would choose alike, and leave most of a fat tree's ways without traffic.
 */
final class FlowHash {
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final long key;

  /** The hash of a machine, whose key follows from its name. */
  FlowHash(String machine) {
    long mixed = 0;
    for (int i = 0; i < machine.length(); i++) {
      mixed = mix(mixed + machine.charAt(i));
    }
    this.key = mixed;
  }

  NextHop choose(List<NextHop> ways, Ipv4Packet packet) {
    return choose(ways, packet.source(), packet.destination());
  }

  NextHop choose(List<NextHop> ways, Ipv4Address source, Ipv4Address destination) {
    return ways.get(ways.size() == 1 ? 0 : of(source, destination, ways.size()));
  }

  private int of(Ipv4Address source, Ipv4Address destination, int ways) {
    long flow = ((long) source.bits() << 32) | (destination.bits() & 0xFFFF_FFFFL);
    return (int) Long.remainderUnsigned(mix(flow ^ key), ways);
  }

  private static long mix(long value) {
    long mixed = value * SPREAD;
    return mixed ^ (mixed >>> 32);
  }
}
