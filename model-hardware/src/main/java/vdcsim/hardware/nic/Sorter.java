package vdcsim.hardware.nic;

import vdcsim.hardware.ethernet.Frame;

/** What on a card sorts frames before the host's own queues, as the switch of SR-IOV. */
public interface Sorter {
  /** A frame has come from the line; returns whether the host's own queues take it as well. */
  boolean arriving(Frame frame);

  /** The host sends a frame; returns whether it goes to the line as well. */
  boolean leaving(Frame frame);

  /**
   * The driver has taken a frame out of the host's own queues; returns whether the host wants it.
   */
  default boolean received(Frame frame) {
    return true;
  }
}
