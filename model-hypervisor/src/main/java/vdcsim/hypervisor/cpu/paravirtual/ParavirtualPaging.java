package vdcsim.hypervisor.cpu.paravirtual;

import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.cpu.PagingMonitor;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;

/**
 * The part of Xen in the direct paging of its guest. A page fault was measured with the update of
 * the page table that it leads to; here the update is a request of its own, and the fault what is
 * left.
 *
 * <p>A hypercall (2400 cycles) is known of the Pentium 4 and of the Xeon of 2003; on another
 * processor it is taken to have shrunk as the round trip into a monitor with hardware assistance
 * has, which is an assumption.
 */
public final class ParavirtualPaging implements PagingMonitor {
  private static final String TABLE = "paravirtual";
  private static final String HYPERCALL = "hypercall";

  private final long hypercall;
  private final long fault;
  private final long contextSwitch;

  /** On a processor of these costs. */
  public ParavirtualPaging(Costs costs) {
    this.hypercall = costs.part(HYPERCALL, 0) > 0 ? costs.part(HYPERCALL) : scaled(costs);
    long bareFault = costs.bare(Operation.PAGE_FAULT);
    long bareSwitch = costs.bare(Operation.CONTEXT_SWITCH);
    this.fault = costs.under(TABLE, Operation.PAGE_FAULT, bareFault + 2 * hypercall) - hypercall;
    this.contextSwitch = costs.under(TABLE, Operation.CONTEXT_SWITCH, bareSwitch + hypercall);
  }

  private static long scaled(Costs costs) {
    Costs measured = Costs.of(ProcessorGeneration.PENTIUM_4);
    return measured.part(HYPERCALL) * costs.roundTrip() / measured.roundTrip();
  }

  @Override
  public void charge(PagingEvent event, long besides, Ledger ledger) {
    switch (event) {
      // Barham et al. 2003, 3.2: a fault goes to Xen, which hands it on.
      case TRUE_FAULT -> ledger.exit(ExitReason.PAGE_FAULT, 1, fault);
      case SWITCH -> ledger.exit(ExitReason.HYPERCALL, 1, contextSwitch + besides);
      case REQUEST -> ledger.exit(ExitReason.HYPERCALL, 1, hypercall + besides);
      // Requests take these along; no shadow lacks or watches anything, and no second table
      // refuses.
      case INVALIDATION, FLUSH, VIOLATION, WATCHED_WRITE, HIDDEN_FAULT -> {}
    }
  }
}
