package vdcsim.hypervisor.cpu;

import vdcsim.hypervisor.cpu.cost.Ledger;

/** A technique's part in its guest's paging: what it costs that something came up. */
public interface PagingMonitor {
  /**
   * Writes down what an event costs; an exit, if it leads to one.
   *
   * @param besides cycles that the monitor works beside what each such event takes
   */
  void charge(PagingEvent event, long besides, Ledger ledger);
}
