package vdcsim.hypervisor.memory.direct;

import vdcsim.hypervisor.memory.pagetable.TablePage;

/** What a guest asks its hypervisor for, as one of several things in a hypercall. */
sealed interface Request {
  /** An entry that maps a page, or nothing. */
  record Write(TablePage table, int index, long entry) implements Request {}

  /** An entry that leads to a page of the table. */
  record Link(TablePage table, int index, TablePage child) implements Request {}

  /** The translation of an address is to be forgotten. */
  record Invalidate(long address) implements Request {}

  /** All translations of the address space are. */
  record Flush() implements Request {}
}
