package vdcsim.hardware.nic;

import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.pci.Dma;

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

  /** How its frames are fetched, where not as those of the card. */
  default Dma dma(Dma ofCard) {
    return ofCard;
  }

  /** Where the frame lies that was taken last. */
  default long nextAddress() {
    return Dma.ANYWHERE;
  }

  /** Whether the address that was asked for last is another than the frame's. */
  default boolean isAstray() {
    return false;
  }

  /** A frame could not be fetched: its request was blocked, or has brought something else. */
  default void lost(boolean blocked) {
    throw new IllegalStateException("nothing stands between this queue and its memory");
  }
}
