package vdcsim.hardware.ethernet;

import java.util.List;

/** A device that takes frames in at one port and sends them on at others, as a switch. */
public interface Relay {
  /**
   * Where a frame would leave now if it came in at a port, and as what; empty where it would end.
   * Nothing changes by asking, and no frame is counted.
   */
  List<Departure> wouldLeave(EthernetPort arrived, Frame frame);

  /** Runs {@code listener} whenever that answer may have become another, from now on. */
  void onRelayChange(Runnable listener);

  /**
   * A frame as it leaves.
   *
   * @param latencyNs from its last bit in to when it is ready to go out
   */
  record Departure(EthernetPort port, Frame frame, long latencyNs) {}
}
