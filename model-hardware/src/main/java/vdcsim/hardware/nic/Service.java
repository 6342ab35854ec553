package vdcsim.hardware.nic;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hardware.pci.LocalApic;

/**
 * Who serves a queue.
 *
 * @param apic where its interrupts go; vectors from {@link #FIRST_VECTOR} on are the card's
 * @param messages what the card's messages meet first on their way to {@code apic}
 * @param interrupt where the routine works, and the poll that follows it
 * @param thread where polls go on that have used up their budget, as ksoftirqd does
 */
public record Service(
    LocalApic apic, InterruptTarget messages, ExecutionContext interrupt, ExecutionContext thread) {
  /** The first vector that a card may take. */
  public static final int FIRST_VECTOR = 0x30;

  /** Nothing stands before its interrupt controller. */
  public Service(LocalApic apic, ExecutionContext interrupt, ExecutionContext thread) {
    this(apic, apic, interrupt, thread);
  }

  /** The same, to which messages come through {@code first}. */
  public Service behind(InterruptTarget first) {
    return new Service(apic, first, interrupt, thread);
  }

  /** Serves at no cost. */
  public static Service free() {
    return new Service(
        LocalApic.bare(ExecutionContext.FREE, 0, 0), ExecutionContext.FREE, ExecutionContext.FREE);
  }
}
