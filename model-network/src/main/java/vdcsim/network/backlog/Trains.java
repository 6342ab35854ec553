package vdcsim.network.backlog;

import vdcsim.hardware.ethernet.Frame;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ported;

/** Says which frames offloads take for one packet: segments of one connection, one behind other. */
public final class Trains {
  /** The most bytes that are taken together (Linux, GSO_LEGACY_MAX_SIZE, GRO_MAX_SIZE). */
  public static final long MOST_BYTES = 65_536;

  private static final int TCP = 6;

  private Trains() {}

  /**
   * Whether a frame is taken together with the one before it.
   *
   * @param bytes what has been taken together so far, that one included
   */
  public static boolean follows(Frame before, Frame next, long bytes) {
    return bytes + next.softwareBytes() <= MOST_BYTES
        && before.payload() instanceof Ipv4Packet one
        && next.payload() instanceof Ipv4Packet other
        && one.content() instanceof Ported from
        && other.content() instanceof Ported same
        && from.protocol() == TCP
        && same.protocol() == TCP
        && isOneWay(one, from, other, same);
  }

  private static boolean isOneWay(Ipv4Packet one, Ported from, Ipv4Packet other, Ported same) {
    return from.sourcePort() == same.sourcePort()
        && from.destinationPort() == same.destinationPort()
        && one.source().bits() == other.source().bits()
        && one.destination().bits() == other.destination().bits();
  }
}
