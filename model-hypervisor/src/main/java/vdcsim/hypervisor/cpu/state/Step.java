package vdcsim.hypervisor.cpu.state;

import vdcsim.hypervisor.isa.Instruction;

/**
 * An instruction that a guest issues, with its operands.
 *
 * @param operand a value, a port, or a page
 * @param value for a port what is put out, for a page the frame
 * @param inUserMode whether a program issues it, and not the guest's kernel
 */
public record Step(Instruction instruction, long operand, long value, boolean inUserMode) {
  /** An instruction of the guest's kernel with a value. */
  public static Step kernel(Instruction instruction, long operand) {
    return new Step(instruction, operand, 0, /* inUserMode= */ false);
  }
}
