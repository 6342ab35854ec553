package vdcsim.hypervisor.cpu;

import vdcsim.hypervisor.cpu.cost.Operation;

/** What comes up when a guest's page tables are used and changed, and a monitor may have to act. */
public enum PagingEvent {
  /** A fault that the guest's own tables lead to, and that its kernel handles. */
  TRUE_FAULT(Operation.PAGE_FAULT),
  /**
   * A fault of which the guest knows nothing: the monitor's tables lacked what the guest's have.
   */
  HIDDEN_FAULT(Operation.SHADOW_FAULT),
  /** A write to a page table that the monitor watches. */
  WATCHED_WRITE(Operation.PAGE_TABLE_UPDATE),
  /** Another address space is loaded. */
  SWITCH(Operation.CONTEXT_SWITCH),
  /** The kernel invalidates the translation of an address. */
  INVALIDATION(Operation.PRIVILEGED),
  /** The kernel invalidates all translations. */
  FLUSH(Operation.PRIVILEGED),
  /** The guest reached for memory that is not its own. */
  VIOLATION(Operation.FOREIGN_FRAME),
  /** The guest asks for changes of its tables, as many as it has gathered. */
  REQUEST(Operation.HYPERCALL);

  private final Operation operation;

  PagingEvent(Operation operation) {
    this.operation = operation;
  }

  /** The class of operations that it is of. */
  public Operation operation() {
    return operation;
  }
}
