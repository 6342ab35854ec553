package vdcsim.hypervisor.cpu.translation;

import java.util.LinkedHashMap;
import java.util.Map;
import vdcsim.hypervisor.isa.Instruction;

/** What becomes of an instruction of the guest's kernel in the cache; each is translated once. */
final class Translator {
  private final Map<Instruction, Form> translated = new LinkedHashMap<>();

  /** The form of a translated instruction. */
  enum Form {
    /** The instruction itself; if it is privileged, it traps in ring 1, and the monitor does it. */
    IDENT,
    /** Code that works on the guest's registers as the monitor keeps them in memory. */
    EMULATED
  }

  Form form(Instruction instruction) {
    return translated.computeIfAbsent(instruction, Translator::translate);
  }

  /**
   * Adams and Agesen 2006, 3.1: most is translated to itself. What depends on privilege must not
   * be, unless it traps: of a store to a page table nobody can see that before it does.
   */
  private static Form translate(Instruction instruction) {
    boolean unseen = instruction.equals(Instruction.PAGE_TABLE_STORE);
    return instruction.sensitive() && !unseen ? Form.EMULATED : Form.IDENT;
  }
}
