package vdcsim.hypervisor.cpu.guest;

import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.Partition;
import vdcsim.hypervisor.cpu.state.Step;
import vdcsim.hypervisor.isa.Effect;
import vdcsim.hypervisor.isa.Instruction;

/** The operands of instructions where a program does not say them: such as change something. */
final class Operands {
  /** Frames that a guest owns. */
  static final long FRAMES = 1 << 20;

  private static final long PORT = 0x80;
  private static final long PAGE = 16;
  private static final long TABLE = 0x5000;
  private static final long PRIORITY = 3;

  private Operands() {}

  /** The frames of the guest that is made as the so manieth, from 0. */
  static Partition partition(int index) {
    return new Partition(FRAMES * index, FRAMES);
  }

  static Step step(Operation operation, Instruction instruction) {
    return operation == Operation.FOREIGN_FRAME
        ? new Step(instruction, PAGE + 1, FRAMES, /* inUserMode= */ false)
        : step(instruction, /* inUserMode= */ false);
  }

  static Step step(Instruction instruction, boolean inUserMode) {
    Effect effect = instruction.effect();
    long operand =
        switch (effect) {
          case PORT_IN, PORT_OUT -> PORT;
          case MAP_PAGE -> PAGE;
          case WRITE_TASK_PRIORITY -> PRIORITY;
          case WRITE_GDTR,
              WRITE_IDTR,
              WRITE_LDTR,
              WRITE_TASK_REGISTER,
              WRITE_MACHINE_STATUS,
              WRITE_PAGE_TABLE_BASE ->
              TABLE;
          // Flags of 0 switch interrupts off; what reads needs no operand.
          default -> 0;
        };
    return new Step(instruction, operand, effect == Effect.MAP_PAGE ? PAGE : 1, inUserMode);
  }
}
