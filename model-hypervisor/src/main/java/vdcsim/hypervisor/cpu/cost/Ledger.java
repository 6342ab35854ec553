package vdcsim.hypervisor.cpu.cost;

/** What a guest's run has cost so far: cycles, instructions, exits by reason. */
public final class Ledger {
  private final long[] exits = new long[ExitReason.COUNT];
  private long allExits;
  private long cycles;
  private long instructions;
  private long direct;

  /** Instructions that the processor carries out itself, unchanged. */
  public void direct(long count, long cyclesEach) {
    instructions += count;
    direct += count;
    cycles += Math.multiplyExact(count, cyclesEach);
  }

  /** Instructions that software stands for, without leaving the guest's code. */
  public void replaced(long count, long cyclesEach) {
    instructions += count;
    cycles += Math.multiplyExact(count, cyclesEach);
  }

  /** Instructions that each led into the monitor. */
  public void exit(ExitReason reason, long count, long cyclesEach) {
    replaced(count, cyclesEach);
    exits[reason.slot()] += count;
    allExits += count;
  }

  /** Entries into the monitor whose instructions have been counted already. */
  public void extraExit(ExitReason reason, long count, long cyclesEach) {
    cycles += Math.multiplyExact(count, cyclesEach);
    exits[reason.slot()] += count;
    allExits += count;
  }

  /** Cycles that no instruction of the guest asked for. */
  public void overhead(long overheadCycles) {
    cycles += overheadCycles;
  }

  /** Cycles in all. */
  public long cycles() {
    return cycles;
  }

  /** Instructions of the guest in all. */
  public long instructions() {
    return instructions;
  }

  /** How many of them ran directly. */
  public long directInstructions() {
    return direct;
  }

  /** Exits for a reason. */
  public long exits(ExitReason reason) {
    return exits[reason.slot()];
  }

  /** Exits in all. */
  public long exits() {
    return allExits;
  }
}
