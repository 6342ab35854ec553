package vdcsim.hypervisor.cpu.guest;

import java.util.Arrays;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.state.Step;
import vdcsim.hypervisor.isa.Effect;
import vdcsim.hypervisor.isa.Instruction;
import vdcsim.hypervisor.isa.InstructionSet;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;

/** Reads the instructions of a trace. */
record Tracing(InstructionSet set) {
  /** {@code MNEMONIC}, or {@code MNEMONIC OPERAND}, the operand decimal or with 0x. */
  Step step(String text, boolean inUserMode) {
    String[] words = text.strip().split("\\s+");
    Instruction instruction =
        set.find(words[0])
            .orElseThrow(
                () ->
                    new Refusal(
                        "phases",
                        "%s has no instruction '%s'%s"
                            .formatted(
                                set.name(),
                                words[0],
                                NearNames.hint(
                                    words[0],
                                    set.instructions().stream()
                                        .map(Instruction::mnemonic)
                                        .toList()))));
    Step usual = Operands.step(instruction, inUserMode);
    return words.length == 1
        ? usual
        : new Step(instruction, number(words[1]), usual.value(), inUserMode);
  }

  private static long number(String word) {
    try {
      return Long.decode(word);
    } catch (NumberFormatException e) {
      throw new Refusal("phases", "an operand is a number as 512 or 0x200, was '" + word + "'");
    }
  }

  /** The class of operations whose costs an instruction has. */
  Operation operation(Step step) {
    Instruction instruction = step.instruction();
    if (instruction.effect() == Effect.NONE && !instruction.privileged()) {
      return step.inUserMode() ? Operation.USER : Operation.KERNEL;
    }
    if (instruction.effect() == Effect.ENABLE_INTERRUPTS) {
      return Operation.INTERRUPT_FLAG;
    }
    return Arrays.stream(Operation.values())
        .filter(o -> o.effect() == instruction.effect() && o.effect() != Effect.NONE)
        .findFirst()
        .orElse(instruction.privileged() ? Operation.PRIVILEGED : Operation.FLAGS_WRITE);
  }
}
