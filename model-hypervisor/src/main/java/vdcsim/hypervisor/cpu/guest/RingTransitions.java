package vdcsim.hypervisor.cpu.guest;

import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;

/**
 * Changes of the privilege level: into the kernel and back for each system call and each fault that
 * the guest's kernel gets directly, into the monitor and back for each exit.
 */
final class RingTransitions {
  private long calls;
  private long pageFaults;
  private long otherFaults;

  /** A phase has run. */
  void add(Phase phase) {
    calls += phase.count(Operation.SYSTEM_CALL);
    pageFaults += phase.count(Operation.PAGE_FAULT);
    otherFaults += phase.count(Operation.DIVIDE_FAULT);
  }

  /** How many there were, where the exits are those of {@code ledger}. */
  long counted(Ledger ledger) {
    long directly =
        beyond(calls, ledger.exits(ExitReason.SYSTEM_CALL))
            + beyond(pageFaults, ledger.exits(ExitReason.PAGE_FAULT))
            + beyond(otherFaults, ledger.exits(ExitReason.EXCEPTION));
    return 2 * (directly + ledger.exits());
  }

  private static long beyond(long entries, long exits) {
    return Math.max(0, entries - exits);
  }
}
