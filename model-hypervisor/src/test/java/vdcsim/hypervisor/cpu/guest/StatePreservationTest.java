package vdcsim.hypervisor.cpu.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.hypervisor.isa.Effect;
import vdcsim.hypervisor.isa.Instruction;
import vdcsim.hypervisor.isa.InstructionSet;
import vdcsim.hypervisor.isa.PopekGoldberg;

/** Random programs of kernels and of processes, under every technique, against the bare machine. */
class StatePreservationTest {
  private static final int PROGRAMS = 200;
  private static final int LONGEST = 300;

  @ParameterizedTest
  @EnumSource(value = TechniqueKind.class, mode = EnumSource.Mode.EXCLUDE, names = "NATIVE")
  void everyProgramKeepsItsStateWhereTheTechniqueSuitsItsInstructions(TechniqueKind kind) {
    for (Architecture isa : Architecture.values()) {
      if (suits(kind, isa)) {
        for (int seed = 0; seed < PROGRAMS; seed++) {
          GuestMachine machine = run(kind, isa, new Random(seed));
          assertThat(machine.differences()).as(isa + " " + seed).isEmpty();
          assertThat(machine.wrongSteps()).as(isa + " " + seed).isZero();
          assertThat(machine.escapes()).as(isa + " " + seed).isZero();
        }
      }
    }
  }

  /** Trap-and-emulate needs the theorem; hardware assistance is of one machine. */
  private static boolean suits(TechniqueKind kind, Architecture isa) {
    return switch (kind) {
      case TRAP_AND_EMULATE -> PopekGoldberg.of(isa.instructions()).virtualizable();
      case HARDWARE_ASSISTANCE -> isa == Architecture.X86_VTX;
      default -> true;
    };
  }

  /** The same programs break under trap-and-emulate on the machines that the theorem excludes. */
  @ParameterizedTest
  @EnumSource(
      value = Architecture.class,
      names = {"X86", "PDP_10"})
  void mostProgramsOfOtherMachinesBreakUnderTrapAndEmulate(Architecture isa) {
    int broken = 0;
    for (int seed = 0; seed < PROGRAMS; seed++) {
      GuestMachine machine = run(TechniqueKind.TRAP_AND_EMULATE, isa, new Random(seed));
      broken += machine.wrongSteps() > 0 ? 1 : 0;
    }
    assertThat(broken).isGreaterThan(PROGRAMS / 2);
  }

  private static GuestMachine run(TechniqueKind kind, Architecture isa, Random random) {
    InstructionSet set = isa.instructions();
    GuestMachine machine = new GuestMachine(Operands.partition(1), set.ownRegisters());
    Technique technique = Guests.technique(kind, isa);
    for (Step step : program(set, random)) {
      technique.carryOut(step, machine);
      machine.reference(step);
      machine.compare();
    }
    return machine;
  }

  /** Loops, so that what was translated is run again; a third of the steps are of processes. */
  private static List<Step> program(InstructionSet set, Random random) {
    List<Instruction> all = new ArrayList<>(set.instructions());
    all.add(Instruction.PAGE_TABLE_STORE);
    List<Step> steps = new ArrayList<>();
    while (steps.size() < LONGEST) {
      List<Step> body = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        body.add(step(all.get(random.nextInt(all.size())), random));
      }
      for (int round = 0; round < 1 + random.nextInt(3); round++) {
        steps.addAll(body);
      }
    }
    return steps;
  }

  private static Step step(Instruction instruction, Random random) {
    boolean page = instruction.effect() == Effect.MAP_PAGE;
    // A process that reads the host's own tables sees them under all but full emulation.
    boolean leaks = instruction.critical();
    boolean process = !leaks && random.nextInt(3) == 0;
    long value = page ? random.nextLong(2 * Operands.FRAMES) : random.nextInt(256);
    return new Step(instruction, random.nextInt(1 << 12), value, process);
  }
}
