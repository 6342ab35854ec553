package vdcsim.hardware.cpu;

/** Told when a task gets a processor and loses it, as a guest on a virtual processor is. */
public interface Tenant {
  /**
   * The task computes from an instant on, and so fast; told again when the speed changes.
   *
   * @param fromNs the instant, later than now while the processor still switches to it
   * @param speed in billionths of the clock ({@link Speed#FULL})
   */
  void runs(long fromNs, long speed);

  /** The task computes no more. */
  void stops();
}
