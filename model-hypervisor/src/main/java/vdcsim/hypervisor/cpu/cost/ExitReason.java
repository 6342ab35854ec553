package vdcsim.hypervisor.cpu.cost;

import java.util.Locale;

/** Why a guest left its own code, and the monitor ran. */
public enum ExitReason {
  PRIVILEGED_INSTRUCTION,
  SYSTEM_CALL,
  PAGE_FAULT,
  EXCEPTION,
  /** A write to a page table that the monitor watches. */
  TRACED_WRITE,
  IO_INSTRUCTION,
  CONTROL_REGISTER,
  TASK_PRIORITY,
  CLOCK,
  IDENTIFICATION,
  HALT,
  HYPERCALL,
  /** Out of the translation cache, into the translator or the monitor. */
  CALLOUT;

  /** Its name as metrics write it. */
  public String word() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
