package vdcsim.hardware.ethernet;

/** Takes frames that are to be sent. */
@FunctionalInterface
public interface FrameSink {
  /** A frame is to be sent: at once, later, or not at all. */
  void take(Frame frame);
}
