package vdcsim.hypervisor.vmm;

import vdcsim.kernel.Simulation;

/** A cable on which one frame follows the other. */
final class Wire {
  /** Ethernet's header, check sequence, preamble and gap. */
  private static final int AROUND = 38;

  /** The headers of IP and TCP, with a time stamp. */
  private static final int HEADERS = 52;

  private static final long BITS = 8;
  private static final long NS_IN_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final long frameNs;
  private final int payload;
  private long freeNs;

  Wire(Simulation simulation, long bitsPerSecond, int mtu) {
    this.simulation = simulation;
    this.frameNs = BITS * (mtu + AROUND) * NS_IN_SECOND / bitsPerSecond;
    this.payload = mtu - HEADERS;
  }

  /** Runs {@code arrived} when a frame has passed that is handed over now. */
  void carry(Runnable arrived) {
    freeNs = Math.max(freeNs, simulation.now()) + frameNs;
    simulation.schedule(freeNs - simulation.now(), arrived);
  }

  /** The bits of a program's data in a packet. */
  long payloadBits() {
    return BITS * payload;
  }
}
