package vdcsim.network.stack;

import java.util.List;
import java.util.Optional;
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
public final class FlowHash {
  private FlowHash() {}

  /** The way that packets from one address to another take at a machine now, if there is one. */
  public static Optional<NextHop> way(Stack at, Ipv4Address source, Ipv4Address destination) {
    List<NextHop> ways = at.routes().ways(destination);
    return ways.isEmpty()
        ? Optional.empty()
        : Optional.of(choose(at.name(), ways, source, destination));
  }

  static NextHop choose(String machine, List<NextHop> ways, Ipv4Packet packet) {
    return choose(machine, ways, packet.source(), packet.destination());
  }

  private static NextHop choose(
      String machine, List<NextHop> ways, Ipv4Address source, Ipv4Address destination) {
    return ways.get(ways.size() == 1 ? 0 : of(machine, source, destination, ways.size()));
  }

  private static int of(String machine, Ipv4Address source, Ipv4Address destination, int ways) {
    long flow = ((long) source.bits() << 32) | (destination.bits() & 0xFFFF_FFFFL);
    return (int) Long.remainderUnsigned(mix(flow ^ mix(machine.hashCode())), ways);
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
