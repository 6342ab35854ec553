package vdcsim.hardware.cpu;

/** A rule by which tasks share the logical processors of a machine. */
public interface Scheduler {
  /**
   * Makes the queue of a logical processor.
   *
   * @param host asked to look at a processor anew when its queue changed from outside
   */
  RunQueue queue(int cpu, Processor host);
}
