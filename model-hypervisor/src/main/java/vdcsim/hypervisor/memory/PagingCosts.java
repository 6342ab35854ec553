package vdcsim.hypervisor.memory;

import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;

/**
 * What paging costs on a processor, in cycles.
 *
 * <p>What a monitor does in an exit was measured on the Pentium 4 alone: it is what is left of a
 * page fault (11242 cycles) and of a page-table update (12733) under hardware assistance when the
 * null round trip (4340) and what the guest does itself are taken away. On another processor it is
 * taken to have shrunk as the round trip has, and a hypercall (2400) likewise. That is an
 * assumption: fork-and-wait has shrunk more than the round trip from the Pentium 4 to the Core 2.
 *
 * @param update a store to a page table, without a monitor
 * @param pageFault a page fault that the guest's kernel handles itself
 * @param contextSwitch another process, the load of its address space included
 * @param roundTrip into the monitor and back
 * @param faultHandling what the monitor does in a page fault of a guest with shadow page tables
 * @param updateHandling what it does in a write to a page table that it watches
 * @param hypercall into a hypervisor and back, with a changed kernel
 * @param referenceHundredths a reference of a walk, in hundredths of a cycle
 */
public record PagingCosts(
    long update,
    long pageFault,
    long contextSwitch,
    long roundTrip,
    long faultHandling,
    long updateHandling,
    long hypercall,
    long referenceHundredths) {
  private static final String HARDWARE = "hardware";

  /** The costs of a processor. */
  public static PagingCosts of(ProcessorGeneration processor, long referenceHundredths) {
    Costs costs = Costs.of(processor);
    Costs measured = Costs.of(ProcessorGeneration.PENTIUM_4);
    long trip = measured.roundTrip();
    long fault =
        measured.under(HARDWARE, Operation.PAGE_FAULT, 0)
            - trip
            - measured.bare(Operation.PAGE_FAULT);
    long update = measured.under(HARDWARE, Operation.PAGE_TABLE_UPDATE, 0) - trip;
    long now = costs.roundTrip();
    return new PagingCosts(
        costs.bare(Operation.PAGE_TABLE_UPDATE),
        costs.bare(Operation.PAGE_FAULT),
        costs.bare(Operation.CONTEXT_SWITCH),
        now,
        fault * now / trip,
        update * now / trip,
        measured.part("hypercall") * now / trip,
        referenceHundredths);
  }

  /** So many references to memory by software, rounded up to whole cycles. */
  public long references(long count) {
    return (count * referenceHundredths + 99) / 100;
  }
}
