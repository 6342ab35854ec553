package vdcsim.hypervisor.cpu.state;

import vdcsim.hypervisor.isa.Effect;

/** What an instruction does on a processor in a certain ring, once it does not trap. */
final class Semantics {
  /** Bit 9 of the flags. */
  static final long IF_BIT = 1L << 9;

  /** CF, PF, AF, ZF, SF and OF. */
  static final long ARITHMETIC_BITS = 0x8d5;

  private static final long CODE_SEGMENT = 0x8;
  private static final long IDENTITY = 1;

  private Semantics() {}

  static void apply(Step step, int ring, ProcessorState state) {
    state.write(Field.FAULT, 0);
    long operand = step.operand();
    Effect effect = step.instruction().effect();
    switch (effect) {
      case NONE, READ_CLOCK, HALT -> {}
      case WRITE_FLAGS -> writeFlags(operand, ring, state);
      case DISABLE_INTERRUPTS -> state.write(Field.IF, 0);
      case ENABLE_INTERRUPTS -> state.write(Field.IF, 1);
      case WRITE_GDTR -> state.write(Field.GDTR, operand);
      case WRITE_IDTR -> state.write(Field.IDTR, operand);
      case WRITE_LDTR -> state.write(Field.LDTR, operand);
      case WRITE_TASK_REGISTER -> state.write(Field.TR, operand);
      case WRITE_MACHINE_STATUS -> state.write(Field.CR0, operand);
      case WRITE_PAGE_TABLE_BASE -> state.write(Field.CR3, operand);
      case WRITE_TASK_PRIORITY -> state.write(Field.CR8, operand);
      case ENTER_USER_MODE -> state.write(Field.SUPERVISOR, 0);
      case PORT_OUT -> state.putOut(operand, step.value());
      case MAP_PAGE -> state.map(operand, step.value());
      case READ_FLAGS,
          READ_GDTR,
          READ_IDTR,
          READ_LDTR,
          READ_TASK_REGISTER,
          READ_MACHINE_STATUS,
          READ_PAGE_TABLE_BASE,
          READ_SELECTOR,
          CHECK_SEGMENT,
          PORT_IN,
          IDENTIFY ->
          state.write(Field.RESULT, result(effect, operand, ring, state));
    }
  }

  /**
   * Intel SDM, POPF: a ring above the I/O privilege level, here 0, keeps IF, and no fault says so.
   */
  private static void writeFlags(long flags, int ring, ProcessorState state) {
    state.write(Field.ARITHMETIC_FLAGS, flags & ARITHMETIC_BITS);
    if (ring == 0) {
      state.write(Field.IF, (flags & IF_BIT) == 0 ? 0 : 1);
    }
  }

  private static long result(Effect effect, long operand, int ring, ProcessorState state) {
    return switch (effect) {
      case READ_FLAGS ->
          state.read(Field.ARITHMETIC_FLAGS) | (state.read(Field.IF) == 0 ? 0 : IF_BIT);
      case READ_GDTR -> state.read(Field.GDTR);
      case READ_IDTR -> state.read(Field.IDTR);
      case READ_LDTR -> state.read(Field.LDTR);
      case READ_TASK_REGISTER -> state.read(Field.TR);
      case READ_MACHINE_STATUS -> state.read(Field.CR0);
      case READ_PAGE_TABLE_BASE -> state.read(Field.CR3);
      case READ_SELECTOR -> CODE_SEGMENT | ring;
      // A segment of the kernel, of privilege 0, may be looked at from ring 0 only.
      case CHECK_SEGMENT -> ring == 0 ? 1 : 0;
      case PORT_IN -> state.port(operand);
      case IDENTIFY -> IDENTITY;
      default -> throw new IllegalArgumentException(effect + " reads nothing");
    };
  }
}
