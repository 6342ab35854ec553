package vdcsim.hypervisor.cpu.guest;

import java.util.List;
import java.util.stream.Stream;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;
import vdcsim.hypervisor.isa.Effect;
import vdcsim.hypervisor.isa.Instruction;
import vdcsim.hypervisor.isa.InstructionSet;

/**
 * Tries each instruction of a set, alone on a machine of its own, as the guest's kernel would issue
 * it, and sees which the technique gets wrong.
 */
final class Faithfulness {
  private Faithfulness() {}

  static List<String> wrong(InstructionSet set, Technique technique) {
    return set.instructions().stream()
        .filter(instruction -> !faithful(instruction, set, technique))
        .map(Instruction::mnemonic)
        .toList();
  }

  /** With interrupts enabled, and where they can be disabled, then too. */
  private static boolean faithful(Instruction i, InstructionSet set, Technique technique) {
    List<Instruction> disable = set.with(Effect.DISABLE_INTERRUPTS).stream().toList();
    return faithful(List.of(i), set, technique)
        && faithful(Stream.concat(disable.stream(), Stream.of(i)).toList(), set, technique);
  }

  private static boolean faithful(
      List<Instruction> issued, InstructionSet set, Technique technique) {
    GuestMachine machine = new GuestMachine(Operands.partition(0), set.ownRegisters());
    for (Instruction instruction : issued) {
      Step step = Operands.step(instruction, /* inUserMode= */ false);
      technique.carryOut(step, machine);
      machine.reference(step);
    }
    return machine.differences().isEmpty();
  }
}
