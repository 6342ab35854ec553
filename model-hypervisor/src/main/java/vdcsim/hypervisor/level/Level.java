package vdcsim.hypervisor.level;

/** What stands between a program and the machine, and what it makes of what the program does. */
public interface Level {
  /** The program makes a call so often. */
  void call(Call call, long times, Image image, Bill bill);

  /**
   * The program computes, so often, for so many cycles each on the bare machine; instructions that
   * no system sees.
   */
  default void compute(long times, long cycles, Bill bill) {
    bill.add(Cause.PROGRAM, times, cycles);
  }

  /** What a guest needs before the program can start, the program's own start not included. */
  default void start(Image image, Bill bill) {}

  /** The memory that a guest takes: all that two guests do not share. */
  long memoryBytes(Image image);

  /** What a guest has to itself. */
  Separation separation();
}
