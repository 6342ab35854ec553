package vdcsim.hypervisor.cpu.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.state.Field;
import vdcsim.hypervisor.cpu.state.GuestMachine;
import vdcsim.hypervisor.cpu.state.Step;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.hypervisor.isa.Effect;
import vdcsim.hypervisor.isa.Instruction;
import vdcsim.hypervisor.isa.InstructionSet;
import vdcsim.hypervisor.isa.PopekGoldberg;

class FidelityTest {
  /** The theorem looks at the table; the model runs each instruction. They must agree. */
  @ParameterizedTest
  @EnumSource(Architecture.class)
  void trapAndEmulateGetsWrongExactlyWhatTheTheoremNames(Architecture isa) {
    InstructionSet set = isa.instructions();
    Technique technique = Guests.technique(TechniqueKind.TRAP_AND_EMULATE, isa);
    assertThat(Faithfulness.wrong(set, technique)).isEqualTo(PopekGoldberg.of(set).critical());
  }

  @Test
  void popfInRing1LeavesInterruptsEnabledAndNobodyIsTold() {
    InstructionSet x86 = Architecture.X86.instructions();
    GuestMachine machine = new GuestMachine(Operands.partition(0), x86.ownRegisters());
    Step popf = Step.kernel(x86.find("POPF").orElseThrow(), 0);
    Guests.technique(TechniqueKind.TRAP_AND_EMULATE, Architecture.X86).carryOut(popf, machine);
    machine.reference(popf);
    assertThat(machine.visible().read(Field.IF)).isEqualTo(1);
    assertThat(machine.visible().read(Field.FAULT)).isZero();
    assertThat(machine.real().read(Field.IF)).isEqualTo(1);
    assertThat(machine.differences()).containsExactly("if");
  }

  @ParameterizedTest
  @EnumSource(
      value = TechniqueKind.class,
      names = {"NATIVE", "TRAP_AND_EMULATE", "BINARY_TRANSLATION", "HARDWARE_ASSISTANCE"})
  void popfOfAProgramMasksNoInterruptsUnderAnyTechnique(TechniqueKind kind) {
    Architecture isa = kind.usualArchitecture();
    Instruction popf = isa.instructions().find("POPF").orElseThrow();
    GuestMachine machine = run(List.of(new Step(popf, 0, 0, /* inUserMode= */ true)), isa, kind);
    assertThat(machine.visible().read(Field.IF)).isEqualTo(1);
    assertThat(machine.real().read(Field.IF)).isEqualTo(1);
    assertThat(machine.differences()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = TechniqueKind.class,
      names = {"INTERPRETATION", "BINARY_TRANSLATION", "PARAVIRTUALIZATION", "HARDWARE_ASSISTANCE"})
  void kernelsOfAllKindsKeepTheirStateUnderOtherTechniques(TechniqueKind kind) {
    Architecture isa = kind.usualArchitecture();
    for (int seed = 0; seed < 50; seed++) {
      GuestMachine machine = run(randomKernel(isa, new Random(seed)), isa, kind);
      assertThat(machine.differences()).as("seed " + seed).isEmpty();
      assertThat(machine.escapes()).as("seed " + seed).isZero();
    }
  }

  @Test
  void aKernelWithoutAMonitorReachesItsNeighboursFrames() {
    InstructionSet x86 = Architecture.X86.instructions();
    Step foreign =
        new Step(Instruction.PAGE_TABLE_STORE, 7, Operands.FRAMES, /* inUserMode= */ false);
    GuestMachine alone = run(List.of(foreign), Architecture.X86, TechniqueKind.NATIVE);
    assertThat(alone.escapes()).isEqualTo(1);
    GuestMachine guarded = run(List.of(foreign), Architecture.X86, TechniqueKind.TRAP_AND_EMULATE);
    assertThat(guarded.escapes()).isZero();
    assertThat(guarded.refused()).isEqualTo(1);
    assertThat(x86.ownRegisters()).isFalse();
  }

  private static GuestMachine run(List<Step> steps, Architecture isa, TechniqueKind kind) {
    GuestMachine machine =
        new GuestMachine(Operands.partition(1), isa.instructions().ownRegisters());
    Technique technique = Guests.technique(kind, isa);
    for (Step step : steps) {
      technique.carryOut(step, machine);
      machine.reference(step);
    }
    return machine;
  }

  /** 200 instructions of the kernel with random operands, stores to page tables among them. */
  private static List<Step> randomKernel(Architecture isa, Random random) {
    List<Instruction> all = new ArrayList<>(isa.instructions().instructions());
    all.add(Instruction.PAGE_TABLE_STORE);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Instruction instruction = all.get(random.nextInt(all.size()));
      boolean page = instruction.effect() == Effect.MAP_PAGE;
      long value = page ? random.nextLong(2 * Operands.FRAMES) : random.nextInt(256);
      steps.add(new Step(instruction, random.nextInt(1 << 12), value, /* inUserMode= */ false));
    }
    return steps;
  }
}
