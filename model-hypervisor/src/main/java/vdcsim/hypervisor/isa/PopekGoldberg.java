package vdcsim.hypervisor.isa;

import java.util.List;

/**
 * The three theorems of Popek and Goldberg (Communications of the ACM 17(7), 1974), decided for an
 * instruction set.
 *
 * @param critical what is sensitive and does not trap, in the order of the instruction set
 * @param userCritical what of it is sensitive in user mode
 * @param timingFree whether a monitor without timing dependencies can be built
 */
public record PopekGoldberg(List<String> critical, List<String> userCritical, boolean timingFree) {
  /** Keeps the lists as they are. */
  public PopekGoldberg {
    critical = List.copyOf(critical);
    userCritical = List.copyOf(userCritical);
  }

  /** Holds the theorems against an instruction set. */
  public static PopekGoldberg of(InstructionSet set) {
    List<Instruction> critical = set.instructions().stream().filter(Instruction::critical).toList();
    return new PopekGoldberg(
        critical.stream().map(Instruction::mnemonic).toList(),
        critical.stream()
            .filter(Instruction::sensitiveInUserMode)
            .map(Instruction::mnemonic)
            .toList(),
        set.timingFree());
  }

  /** Theorem 1: a monitor can be built if the sensitive instructions are privileged. */
  public boolean virtualizable() {
    return critical.isEmpty();
  }

  /** Theorem 2: it can run itself if it is virtualizable and needs no timing. */
  public boolean recursivelyVirtualizable() {
    return virtualizable() && timingFree;
  }

  /** Theorem 3: a hybrid monitor can be built if the user-sensitive instructions are privileged. */
  public boolean hybridVirtualizable() {
    return userCritical.isEmpty();
  }
}
