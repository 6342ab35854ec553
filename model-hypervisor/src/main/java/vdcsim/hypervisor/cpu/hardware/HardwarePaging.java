package vdcsim.hypervisor.cpu.hardware;

import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.cpu.PagingMonitor;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;

/**
 * The part of a monitor with hardware assistance in its guest's paging, with shadow page tables or
 * nested ones.
 *
 * <p>What it does in an exit was measured on the Pentium 4 alone: it is what is left of a page
 * fault (11242 cycles) and of a page-table update (12733) when the null round trip (4340) and what
 * the guest does itself are taken away. On another processor it is taken to have shrunk as the
 * round trip has. That is an assumption: fork-and-wait has shrunk more than the round trip from the
 * Pentium 4 to the Core 2.
 */
public final class HardwarePaging implements PagingMonitor {
  private static final String TABLE = "hardware";

  private final HardwareSpec spec;
  private final Costs costs;
  private final long roundTrip;
  private final long faultHandling;
  private final long writeHandling;

  /** On a processor of these costs, under the controls of a scenario. */
  public HardwarePaging(Costs costs, HardwareSpec spec) {
    this.spec = spec;
    this.costs = costs;
    this.roundTrip = costs.roundTrip();
    Costs measured = Costs.of(ProcessorGeneration.PENTIUM_4);
    long trip = measured.roundTrip();
    long fault =
        measured.under(TABLE, Operation.PAGE_FAULT, 0) - trip - measured.bare(Operation.PAGE_FAULT);
    long write = measured.under(TABLE, Operation.PAGE_TABLE_UPDATE, 0) - trip;
    this.faultHandling = fault * roundTrip / trip;
    this.writeHandling = write * roundTrip / trip;
  }

  @Override
  public void charge(PagingEvent event, long besides, Ledger ledger) {
    switch (event) {
      case TRUE_FAULT -> fault(ledger);
      case HIDDEN_FAULT -> ledger.extraExit(ExitReason.PAGE_FAULT, 1, roundTrip + faultHandling);
      case WATCHED_WRITE -> ledger.exit(ExitReason.TRACED_WRITE, 1, roundTrip + writeHandling);
      case SWITCH ->
          inGuestUnless(
              spec.exitsOnPageTableBase(),
              ExitReason.CONTROL_REGISTER,
              costs.bare(Operation.CONTEXT_SWITCH),
              roundTrip + costs.bare(Operation.CONTEXT_SWITCH) + besides,
              ledger);
      case INVALIDATION ->
          inGuestUnless(
              !spec.nestedPaging(),
              ExitReason.PRIVILEGED_INSTRUCTION,
              costs.bare(Operation.PAGE_TABLE_UPDATE),
              roundTrip + besides,
              ledger);
      case FLUSH ->
          inGuestUnless(
              spec.exitsOnPageTableBase(),
              ExitReason.CONTROL_REGISTER,
              costs.bare(Operation.PAGE_TABLE_UPDATE),
              roundTrip + besides,
              ledger);
      case VIOLATION -> ledger.extraExit(ExitReason.PAGE_FAULT, 1, roundTrip);
      case REQUEST -> ledger.exit(ExitReason.HYPERCALL, 1, roundTrip + besides);
    }
  }

  private void fault(Ledger ledger) {
    long inGuest = costs.bare(Operation.PAGE_FAULT);
    long handling = spec.nestedPaging() ? 0 : faultHandling;
    inGuestUnless(
        spec.exitsOnPageFault(),
        ExitReason.PAGE_FAULT,
        inGuest,
        roundTrip + handling + inGuest,
        ledger);
  }

  private static void inGuestUnless(
      boolean exits, ExitReason reason, long inGuest, long withExit, Ledger ledger) {
    if (exits) {
      ledger.exit(reason, 1, withExit);
    } else {
      ledger.direct(1, inGuest);
    }
  }
}
