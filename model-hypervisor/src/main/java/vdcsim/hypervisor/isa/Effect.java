package vdcsim.hypervisor.isa;

/** What an instruction does to the architectural state that the model keeps. */
public enum Effect {
  /** Nothing that is kept: arithmetic, jumps, loads and stores. */
  NONE,
  READ_FLAGS,
  /** Loads the flags; the interrupt flag only where the ring may. */
  WRITE_FLAGS,
  DISABLE_INTERRUPTS,
  ENABLE_INTERRUPTS,
  READ_GDTR,
  WRITE_GDTR,
  READ_IDTR,
  WRITE_IDTR,
  READ_LDTR,
  WRITE_LDTR,
  READ_TASK_REGISTER,
  WRITE_TASK_REGISTER,
  READ_MACHINE_STATUS,
  WRITE_MACHINE_STATUS,
  READ_PAGE_TABLE_BASE,
  WRITE_PAGE_TABLE_BASE,
  WRITE_TASK_PRIORITY,
  /** Shows the selector of the code segment, in which the ring stands. */
  READ_SELECTOR,
  /** Compares the ring with the privilege of a segment. */
  CHECK_SEGMENT,
  ENTER_USER_MODE,
  PORT_IN,
  PORT_OUT,
  IDENTIFY,
  READ_CLOCK,
  HALT,
  /** A store that changes an entry of the current page table. */
  MAP_PAGE
}
