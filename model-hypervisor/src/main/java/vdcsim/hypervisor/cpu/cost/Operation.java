package vdcsim.hypervisor.cpu.cost;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vdcsim.hypervisor.isa.Effect;

/** The classes of instructions, and of what instructions lead to, of which a program is mixed. */
public enum Operation {
  /** An innocuous instruction of a program. */
  USER(Effect.NONE),
  /** An innocuous instruction of the guest's kernel. */
  KERNEL(Effect.NONE),
  /** Into the guest's kernel and back. */
  SYSTEM_CALL(Effect.NONE),
  /** A privileged instruction that is none of those below: LIDT on IA-32. */
  PRIVILEGED(Effect.WRITE_IDTR),
  PORT_IN(Effect.PORT_IN),
  PORT_OUT(Effect.PORT_OUT),
  /** CR8 on IA-32. */
  TASK_PRIORITY_WRITE(Effect.WRITE_TASK_PRIORITY),
  /** A call and a return in the guest's kernel: indirect branches. */
  CALL_RETURN(Effect.NONE),
  /** A jump of the guest's kernel whose target is not in the code: through a table, or a return. */
  INDIRECT_BRANCH(Effect.NONE),
  /** A page fault that the guest's kernel handles. */
  PAGE_FAULT(Effect.NONE),
  /** A fault of shadow page tables that lack what the guest's have; the guest never sees it. */
  SHADOW_FAULT(Effect.NONE),
  /** An exception other than a page fault. */
  DIVIDE_FAULT(Effect.NONE),
  PAGE_TABLE_UPDATE(Effect.MAP_PAGE),
  /** An entry of a page table that points to a frame that is not the guest's. */
  FOREIGN_FRAME(Effect.MAP_PAGE),
  /** Another address space: CR3 on IA-32. */
  CONTEXT_SWITCH(Effect.WRITE_PAGE_TABLE_BASE),
  /** Interrupts off: CLI on IA-32. */
  INTERRUPT_FLAG(Effect.DISABLE_INTERRUPTS),
  /** The flags loaded, interrupts off: POPF on IA-32. */
  FLAGS_WRITE(Effect.WRITE_FLAGS),
  /** RDTSC on IA-32. */
  READ_CLOCK(Effect.READ_CLOCK),
  /** CPUID on IA-32. */
  IDENTIFY(Effect.IDENTIFY),
  /** A call of the monitor that asks for nothing. */
  HYPERCALL(Effect.NONE),
  /** HLT on IA-32: the guest has nothing to do. */
  HALT(Effect.HALT),
  /** The kernel reads or writes a piece of a program's memory, as a path name. */
  USER_ACCESS(Effect.NONE),
  /** A program's address space is copied, as by fork, and in the end the copy is dropped. */
  ADDRESS_SPACE_COPY(Effect.NONE),
  /** A program gets an empty address space, as by exec, which in the end is dropped. */
  ADDRESS_SPACE_NEW(Effect.NONE);

  private final Effect effect;
  private final String word;

  Operation(Effect effect) {
    this.effect = effect;
    this.word = name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** What it does to the architectural state. */
  public Effect effect() {
    return effect;
  }

  /**
   * Whether it is work of its own. The others cost nothing where the machine does them along with
   * what the guest's kernel does anyway: they count for whoever has to do something for them.
   */
  public boolean isWork() {
    return this != SHADOW_FAULT
        && this != USER_ACCESS
        && this != ADDRESS_SPACE_COPY
        && this != ADDRESS_SPACE_NEW;
  }

  /** Its name as scenarios and tables write it. */
  public String word() {
    return word;
  }

  /** The operation of this name. */
  public static Optional<Operation> named(String word) {
    return Arrays.stream(values()).filter(o -> o.word().equals(word)).findFirst();
  }

  /** The names of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Operation::word).toList();
  }
}
