package vdcsim.hypervisor.cpu.paravirtual;

import vdcsim.hypervisor.cpu.PagingMonitor;
import vdcsim.hypervisor.cpu.Reasons;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;

/**
 * The guest's kernel has been changed: it runs in ring 1, and asks the hypervisor for what it may
 * not do, as Xen's first guests.
 */
public final class Paravirtual implements Technique {
  private static final String TABLE = "paravirtual";

  private final Costs costs;
  private final ParavirtualSpec spec;
  private final long hypercall;

  /** On a processor of these costs. */
  public Paravirtual(Costs costs, ParavirtualSpec spec) {
    this.costs = costs;
    this.spec = spec;
    this.hypercall = costs.part("hypercall");
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
  public PagingMonitor pagingMonitor() {
    return new ParavirtualPaging(costs);
  }

  @Override
  public void charge(Operation operation, long each, long rounds, Ledger ledger) {
    long times = each * rounds;
    long bare = costs.bare(operation);
    switch (operation) {
      // Barham et al. 2003, 3.2: the guest registers a fast handler, so that a system call goes
      // straight to its kernel.
      case USER, KERNEL, CALL_RETURN, INDIRECT_BRANCH, SYSTEM_CALL, READ_CLOCK, IDENTIFY ->
          ledger.direct(times, costs.under(TABLE, operation, bare));
      // Direct paging has no shadows.
      case SHADOW_FAULT -> {}
      case USER_ACCESS, ADDRESS_SPACE_COPY, ADDRESS_SPACE_NEW -> {}
      // The interrupt flag and the like are words of memory that both sides share.
      case INTERRUPT_FLAG, FLAGS_WRITE, TASK_PRIORITY_WRITE -> ledger.replaced(times, bare);
      case PAGE_TABLE_UPDATE, FOREIGN_FRAME -> {
        ledger.replaced(times, bare);
        long calls = (each + spec.batch() - 1) / spec.batch();
        ledger.extraExit(ExitReason.HYPERCALL, gathered(calls) * rounds, hypercall);
      }
      case PAGE_FAULT -> {
        // Barham et al. 2003, 6.2: the fault goes to Xen, and so does the update of the page table.
        long both = costs.under(TABLE, operation, bare + 2 * hypercall);
        ledger.exit(ExitReason.PAGE_FAULT, times, both);
        ledger.extraExit(ExitReason.HYPERCALL, times, 0);
      }
      case DIVIDE_FAULT ->
          ledger.exit(ExitReason.EXCEPTION, times, costs.under(TABLE, operation, bare + hypercall));
      case CONTEXT_SWITCH ->
          ledger.exit(ExitReason.HYPERCALL, times, costs.under(TABLE, operation, bare + hypercall));
      case HALT -> ledger.exit(ExitReason.HALT, times, hypercall);
      case PORT_IN, PORT_OUT -> ledger.exit(Reasons.of(operation), times, bare + hypercall);
      case PRIVILEGED, HYPERCALL -> {
        ledger.replaced(times, bare);
        ledger.extraExit(ExitReason.HYPERCALL, gathered(each) * rounds, hypercall - bare);
      }
    }
  }

  /** Entries into the hypervisor for so many calls, of which some are handed over in one. */
  private long gathered(long calls) {
    return (calls + spec.multicall() - 1) / spec.multicall();
  }
}
