package vdcsim.hypervisor.isa;

import java.util.List;
import java.util.Optional;

/**
 * The instructions of a machine.
 *
 * @param title what machine it is
 * @param source who classed the instructions
 * @param timingFree whether a monitor without timing dependencies can be built for it
 * @param ownRegisters whether a guest has system registers of its own, which the processor loads,
 *     and a ring 0; otherwise it shares the host's, in a ring above 0
 */
public record InstructionSet(
    String name,
    String title,
    String source,
    boolean timingFree,
    boolean ownRegisters,
    List<Instruction> instructions) {
  /** Keeps the instructions in the order of the file. */
  public InstructionSet {
    instructions = List.copyOf(instructions);
  }

  /** The instruction of this name; upper and lower case are the same. */
  public Optional<Instruction> find(String mnemonic) {
    return instructions.stream().filter(i -> i.mnemonic().equalsIgnoreCase(mnemonic)).findFirst();
  }

  /** The first instruction with this effect, in the order of the file. */
  public Optional<Instruction> with(Effect effect) {
    return effect == Effect.MAP_PAGE
        ? Optional.of(Instruction.PAGE_TABLE_STORE)
        : instructions.stream().filter(i -> i.effect() == effect).findFirst();
  }
}
