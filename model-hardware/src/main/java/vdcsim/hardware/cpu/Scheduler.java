package vdcsim.hardware.cpu;

import java.util.OptionalInt;

/** A rule by which tasks share the logical processors of a machine. */
public interface Scheduler {
  /**
   * Makes the queue of a logical processor.
   *
   * @param host asked to look at a processor anew when its queue changed from outside
   */
  RunQueue queue(int cpu, Processor host);

  /** Where a task that wakes goes, if this rule says so itself. */
  default OptionalInt place(Task task) {
    return OptionalInt.empty();
  }
}
