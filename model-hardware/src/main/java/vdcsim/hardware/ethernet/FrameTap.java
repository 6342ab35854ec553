package vdcsim.hardware.ethernet;

/**
 * Sees every frame that a port sends or receives, as a capture does. It looks on: it sends nothing.
 */
public interface FrameTap {
  /** The first bit of a frame goes out; on a shared medium, for the first time. */
  void sent(EthernetPort port, Frame frame);

  /** A frame has come in, undamaged. */
  void received(EthernetPort port, Frame frame);
}
