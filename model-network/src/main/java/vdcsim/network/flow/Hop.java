package vdcsim.network.flow;

import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;

/**
 * One cable of a way.
 *
 * @param port the port that sends
 * @param frameBytes the length of a full segment's frame there, tags included
 * @param delayNs propagation, and the latency of the relay before it
 */
record Hop(EthernetPort port, int frameBytes, long delayNs) {
  private static final long NS_PER_SECOND = 1_000_000_000L;

  long bitsPerSecond() {
    return port.bitsPerSecond().orElseThrow();
  }

  /** From the first bit of a frame to its last. */
  static long serializationNs(long frameBytes, long bitsPerSecond) {
    return (Frame.PREAMBLE_BYTES + frameBytes) * 8 * NS_PER_SECOND / bitsPerSecond;
  }
}
