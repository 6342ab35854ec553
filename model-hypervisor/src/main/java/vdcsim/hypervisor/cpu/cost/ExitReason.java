package vdcsim.hypervisor.cpu.cost;

import java.util.Locale;

/** Why a guest left its own code, and the monitor ran. */
public enum ExitReason {
  PRIVILEGED_INSTRUCTION(0),
  SYSTEM_CALL(1),
  PAGE_FAULT(2),
  EXCEPTION(3),
  /** A write to a page table that the monitor watches. */
  TRACED_WRITE(4),
  IO_INSTRUCTION(5),
  CONTROL_REGISTER(6),
  TASK_PRIORITY(7),
  CLOCK(8),
  IDENTIFICATION(9),
  HALT(10),
  HYPERCALL(11),
  /** Out of the translation cache, into the translator or the monitor. */
  CALLOUT(12);

  /** How many there are. */
  static final int COUNT = 13;

  private final int slot;

  ExitReason(int slot) {
    this.slot = slot;
  }

  /** Where an array keeps it. */
  int slot() {
    return slot;
  }

  /** Its name as metrics write it. */
  public String word() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
