package vdcsim.hypervisor.vmm;

import java.util.Locale;

/** What the time of an exit goes to. */
public enum Stage {
  /** Out of the guest. */
  EXIT,
  /** All registers saved and loaded, between the monitor's world and the host's. */
  WORLD_SWITCH,
  /** Somebody else is told: an event channel with the interrupt that it needs, an eventfd. */
  EVENT,
  /** From a kernel to a process, or back. */
  CROSSING,
  /** The device's own work. */
  DEVICE,
  /** Into the guest. */
  ENTRY,
  /** Nothing computed: a processor was not free, or had to switch first. */
  WAITING;

  /** Its name as metrics write it. */
  String word() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
