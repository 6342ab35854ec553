package vdcsim.hardware.nic;

import vdcsim.hardware.ethernet.Frame;

/** A queue of frames that a card may send, as that of a driver or of a virtual function. */
public interface TransmitSource {
  /** Whether a frame waits that may be fetched now. */
  boolean isReady();

  /** Takes the next frame, which the card fetches now; one must be ready. */
  Frame take();

  /** What the card reads of memory for the frame that was just taken, its descriptor included. */
  default long fetchBytes(Frame taken) {
    return (long) taken.softwareBytes() + ReceiveQueue.DESCRIPTOR_BYTES;
  }

  /** The card has fetched a frame. */
  void fetched(Frame frame);
}
