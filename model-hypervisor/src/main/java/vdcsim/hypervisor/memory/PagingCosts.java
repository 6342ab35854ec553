package vdcsim.hypervisor.memory;

import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;

/**
 * What paging costs on a processor without any monitor, in cycles; what a monitor's part costs its
 * {@link vdcsim.hypervisor.cpu.PagingMonitor} says.
 *
 * @param update a store to a page table that nobody watches
 * @param referenceHundredths a reference of a walk, in hundredths of a cycle
 */
public record PagingCosts(long update, long referenceHundredths) {
  /**
   * The costs of a processor.
   *
   * @param referenceCycles a reference of a walk
   */
  public static PagingCosts of(ProcessorGeneration processor, double referenceCycles) {
    return new PagingCosts(
        Costs.of(processor).bare(Operation.PAGE_TABLE_UPDATE),
        StrictMath.round(referenceCycles * 100));
  }

  /** So many references to memory by software, rounded up to whole cycles. */
  public long references(long count) {
    return (count * referenceHundredths + 99) / 100;
  }
}
