package vdcsim.hypervisor.cpu.usermode;

import vdcsim.hypervisor.cpu.Reasons;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/**
 * The guest's kernel has been made a process of the host: it has no sensitive instructions left,
 * but each system call and each fault of a program stops that program for its tracer.
 */
public final class UserModeKernel implements Technique {
  private static final String TABLE = "user-mode";

  private final Costs costs;
  private final long stop;

  /** On a processor of these costs. */
  public UserModeKernel(Costs costs) {
    this.costs = costs;
    this.stop = costs.part("traced-stop");
  }

  @Override
  public void carryOut(Step step, GuestMachine machine) {
    machine.emulateKernel(step);
  }

  @Override
  public long footprintBytes() {
    return costs.part(TABLE + "-footprint", 0);
  }

  @Override
  public void charge(Operation operation, long each, long rounds, Ledger ledger) {
    long times = each * rounds;
    long bare = costs.bare(operation);
    switch (operation) {
      case USER, KERNEL, CALL_RETURN, INDIRECT_BRANCH, READ_CLOCK, IDENTIFY ->
          ledger.direct(times, bare);
      case SHADOW_FAULT -> {}
      case SYSTEM_CALL, PAGE_FAULT, DIVIDE_FAULT, CONTEXT_SWITCH ->
          ledger.exit(Reasons.of(operation), times, costs.under(TABLE, operation, bare + stop));
      // Signals take the place of interrupts, and are blocked by a variable of the kernel.
      case INTERRUPT_FLAG, FLAGS_WRITE, TASK_PRIORITY_WRITE, PRIVILEGED ->
          ledger.replaced(times, bare);
      // Devices, page tables and waiting are system calls of the host.
      case PAGE_TABLE_UPDATE, FOREIGN_FRAME, PORT_IN, PORT_OUT, HYPERCALL, HALT ->
          ledger.exit(ExitReason.SYSTEM_CALL, times, costs.bare(Operation.SYSTEM_CALL));
    }
  }
}
