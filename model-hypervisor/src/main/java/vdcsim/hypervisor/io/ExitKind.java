package vdcsim.hypervisor.io;

import java.util.Locale;

/** Why a guest's input or output led out of the guest. */
public enum ExitKind {
  /** A port. */
  PIO(0),
  /** A register in memory. */
  MMIO(1),
  /** The configuration space. */
  CONFIG(2),
  /** A write that only tells somebody: a doorbell with an event behind it. */
  KICK(3),
  /** An interrupt came for it. */
  INTERRUPT(4),
  /** It ended an interrupt. */
  EOI(5),
  /** It asked the hypervisor for something, as an event channel. */
  HYPERCALL(6);

  /** How many there are. */
  static final int COUNT = 7;

  private final int slot;

  ExitKind(int slot) {
    this.slot = slot;
  }

  /** Where an array keeps it. */
  int slot() {
    return slot;
  }

  /** Its name as metrics write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
