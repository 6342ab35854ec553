package vdcsim.hardware.cpu.sharing;

/** Who gave tasks to a {@link Share}, and hears of their ends. */
public interface Job {
  /** Threads of each of its tasks; they run side by side, and end at once. */
  int threads();

  /** All threads of a task have done their work. */
  void finished(int task);
}
