package vdcsim.hardware.ethernet;

import java.util.Optional;

/** Cards that software makes of a port, and to which frames go that arrive there. */
public interface Upper {
  /** Takes a frame that has arrived at the port, or leaves it to the next. */
  boolean take(Frame frame);

  /** What would become of a frame if it arrived now; nothing where it is left to the next. */
  Optional<Onward> wouldTake(Frame frame);

  /**
   * How a frame goes on from one port to another within a machine.
   *
   * @param leaves whether it leaves at that port, or else arrives there
   */
  record Onward(EthernetPort port, Frame frame, boolean leaves) {}
}
