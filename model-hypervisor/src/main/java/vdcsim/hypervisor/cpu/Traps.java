package vdcsim.hypervisor.cpu;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.isa.Effect;
import vdcsim.hypervisor.isa.Instruction;
import vdcsim.hypervisor.isa.InstructionSet;

/** Which instruction of an instruction set stands for an operation, and whether it traps. */
public final class Traps {
  private final Map<Operation, Optional<Instruction>> chosen = new EnumMap<>(Operation.class);

  /** The instructions of a set by operation. */
  public Traps(InstructionSet set) {
    for (Operation operation : Operation.values()) {
      Effect effect = operation.effect();
      chosen.put(operation, effect == Effect.NONE ? Optional.empty() : set.with(effect));
    }
  }

  /** The instruction that changes the state, if the operation has one. */
  public Optional<Instruction> instruction(Operation operation) {
    return chosen.get(operation);
  }

  /**
   * Whether it traps outside supervisor mode. Where there is no such instruction, a device is
   * reached by stores to its registers, and these trap as all protected memory does.
   */
  public boolean traps(Operation operation) {
    return instruction(operation)
        .map(Instruction::privileged)
        .orElse(operation == Operation.PORT_IN || operation == Operation.PORT_OUT);
  }
}
