package vdcsim.hypervisor.vm;

import vdcsim.kernel.spec.Doc;

/** What a guest's clock does while the machine is paused. */
public enum GuestClock {
  @Doc("the guest does not notice the pause: its timers come later by as much (QEMU)")
  STANDS_STILL,
  @Doc("what would have come in the pause comes as soon as the machine goes on")
  RUNS_ON
}
