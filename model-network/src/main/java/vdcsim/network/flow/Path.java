package vdcsim.network.flow;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;

/**
 * What somebody found who looked for the way of a packet.
 *
 * @param hops the cables of the way; as far as it goes, if there is an obstacle
 * @param obstacle why there is no way
 * @param asked the ports whose devices were asked: when one of them changes, the way may be another
 * @param packetBytes the longest packet that passes all machines on the way
 */
record Path(
    List<Hop> hops, Optional<Obstacle> obstacle, List<EthernetPort> asked, int packetBytes) {
  /** Nobody has looked. */
  static final Path NONE = of(Obstacle.NO_ROUTE);

  private static final long NEVER = Long.MAX_VALUE;

  Path {
    hops = List.copyOf(hops);
    asked = List.copyOf(asked);
  }

  /** Not a step. */
  static Path of(Obstacle obstacle) {
    return new Path(List.of(), Optional.of(obstacle), List.of(), 0);
  }

  boolean isWhole() {
    return obstacle.isEmpty();
  }

  /** From the first bit of a frame out of the sender to its last bit in, on idle cables. */
  long latencyNs(long frameBytes) {
    long ns = 0;
    for (Hop hop : hops) {
      ns += hop.delayNs() + Hop.serializationNs(frameBytes, hop.bitsPerSecond());
    }
    return ns;
  }

  /**
   * From when the slowest cable has carried the last frame to its arrival, and before that to
   * there.
   */
  long tailNs(long frameBytes) {
    return latencyNs(frameBytes) - Hop.serializationNs(frameBytes, slowest());
  }

  long slowest() {
    return hops.stream().mapToLong(Hop::bitsPerSecond).min().orElse(NEVER);
  }
}
