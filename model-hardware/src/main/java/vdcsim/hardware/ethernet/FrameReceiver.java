package vdcsim.hardware.ethernet;

/** Takes the frames that arrive at a port. */
@FunctionalInterface
public interface FrameReceiver {
  /** A frame has arrived whole, and its check sequence is right. */
  void receive(EthernetPort port, Frame frame);
}
