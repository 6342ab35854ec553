package vdcsim.hardware.machine;

import vdcsim.kernel.spec.Doc;

/** The schedulers that a machine can have. */
public enum SchedulerKind {
  @Doc("the earliest virtual deadline of those that are owed time: Linux from 6.6 on")
  EEVDF,
  @Doc("completely fair: Linux before 6.6")
  CFS,
  @Doc("by credit, weight and cap: Xen")
  CREDIT,
  @Doc("by credit and weight, in one queue for a socket: Xen from 4.12 on")
  CREDIT2,
  @Doc("first come, first served, without preemption")
  RUN_TO_COMPLETION,
  @Doc("all at once, each at its rate, without turns: for machines with batches of tasks")
  PROCESSOR_SHARING;

  /** Whether it is one of Xen's, with domains that have a weight and a cap. */
  public boolean isOfXen() {
    return this == CREDIT || this == CREDIT2;
  }

  /** Whether it is one of Linux' fair schedulers. */
  public boolean isFair() {
    return this == EEVDF || this == CFS;
  }
}
