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

  /** The part of a technique for which each event costs what an operation of its class does. */
  static PagingMonitor of(Technique technique) {
    return (event, besides, ledger) -> {
      technique.charge(event.operation(), 1, 1, ledger);
      ledger.overhead(besides);
    };
  }
}
