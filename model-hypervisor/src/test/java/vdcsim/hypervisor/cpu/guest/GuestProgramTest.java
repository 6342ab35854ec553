package vdcsim.hypervisor.cpu.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.hardware.HardwareSpec;
import vdcsim.hypervisor.cpu.paravirtual.ParavirtualSpec;
import vdcsim.hypervisor.cpu.translation.TranslationSpec;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

class GuestProgramTest {
  private static final long SECOND = 1_000_000_000L;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);

  private void guest(String name, TechniqueKind technique, int rounds, PhaseSpec... phases) {
    GuestProgramSpec spec =
        new GuestProgramSpec(
            "h1",
            Optional.empty(),
            technique,
            Optional.empty(),
            ProcessorGeneration.PENTIUM_4,
            List.of(phases),
            Optional.empty(),
            rounds,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO);
    GuestProgram.make(name, spec, world).connect();
  }

  private double metric(String name) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals(name))
        .findFirst()
        .orElseThrow()
        .statistic("value")
        .orElseThrow();
  }

  @Test
  void aThousandSystemCallsRunAsLongAsTheirCycles() {
    Guests.host(world);
    guest("g", TechniqueKind.NATIVE, 1, Guests.loop(Map.of("system-call", 1L), 1000));
    simulation.run(SECOND);
    assertThat(metric("g.run-time")).isEqualTo(1_080_000);
    assertThat(metric("g.cycles-per-repetition")).isEqualTo(1080);
    assertThat(metric("g.exits")).isZero();
  }

  @Test
  void theSameThroughTwoTrapsCostsTwiceATrapMore() {
    Guests.host(world);
    guest("g", TechniqueKind.TRAP_AND_EMULATE, 1, Guests.loop(Map.of("system-call", 1L), 1000));
    simulation.run(SECOND);
    assertThat(metric("g.run-time")).isEqualTo(1_080_000 + 1000 * 2 * 2030);
    assertThat(metric("g.exits-by.system-call")).isEqualTo(1000);
    assertThat(metric("g.exits-by.privileged-instruction")).isEqualTo(1000);
    assertThat(metric("g.slowdown")).isEqualTo(5140.0 / 1080);
  }

  @Test
  void twoGuestsShareACore() {
    Guests.host(world);
    guest("a", TechniqueKind.NATIVE, 1, Guests.loop(Map.of("user", 1_000_000L), 100));
    guest("b", TechniqueKind.NATIVE, 1, Guests.loop(Map.of("user", 1_000_000L), 100));
    simulation.run(SECOND);
    assertThat(Math.max(metric("a.run-time"), metric("b.run-time"))).isEqualTo(200_000_000);
  }

  @Test
  void aGuestThatPausesHaltsAndItsCoreIsFree() {
    Guests.host(world);
    PhaseSpec work = PhaseSpec.plain(Map.of("user", 1000L), List.of(), 1, Duration.ofMillis(1));
    guest("g", TechniqueKind.NATIVE, 3, work);
    simulation.run(SECOND);
    assertThat(metric("g.run-time")).isEqualTo(3 * 1001 + 2 * 1_000_000);
  }

  @Test
  void aPhaseCostsAsManyEventsForAHundredMillionRepetitionsAsForOne() {
    Guests.host(world);
    guest(
        "g",
        TechniqueKind.BINARY_TRANSLATION,
        1,
        Guests.loop(Map.of("flags-write", 1L), 100_000_000));
    simulation.run(SECOND);
    assertThat(simulation.events()).isLessThan(60);
    assertThat(metric("g.instructions")).isEqualTo(1e8);
  }

  @Test
  void pageTableUpdatesAreGatheredIntoHypercalls() {
    assertThat(hypercalls(1)).isEqualTo(70);
    assertThat(hypercalls(32)).isEqualTo(3);
    assertThat(hypercalls(2048)).isEqualTo(1);
    assertThatThrownBy(() -> new ParavirtualSpec(2049, 1))
        .isInstanceOf(Refusal.class)
        .hasMessage("batch must lie between 1 and 2048, was 2049");
  }

  @Test
  void aMulticallHandsOverCallsThatNobodyWaitsFor() {
    // 70 updates in 70 calls, of which 32 go together; a context switch cannot wait.
    assertThat(gathered(1)).isEqualTo(70 + 3 + 1);
    assertThat(gathered(32)).isEqualTo(3 + 1 + 1);
    assertThatThrownBy(() -> new ParavirtualSpec(1, 0))
        .isInstanceOf(Refusal.class)
        .hasMessage("multicall must lie between 1 and 2048, was 0");
  }

  private static long gathered(int multicall) {
    GuestProgramSpec spec =
        Guests.spec(
            TechniqueKind.PARAVIRTUALIZATION,
            Architecture.X86,
            ProcessorGeneration.PENTIUM_4,
            TranslationSpec.UNSAID,
            new ParavirtualSpec(1, multicall),
            HardwareSpec.UNSAID);
    Ledger ledger = new Ledger();
    Technique technique = Guests.technique(spec);
    technique.charge(Operation.PAGE_TABLE_UPDATE, 70, 1, ledger);
    technique.charge(Operation.PRIVILEGED, 3, 1, ledger);
    technique.charge(Operation.CONTEXT_SWITCH, 1, 1, ledger);
    return ledger.exits(ExitReason.HYPERCALL);
  }

  @Test
  void ringsChangeTwiceForACallAndTwiceForAnExit() {
    Guests.host(world);
    PhaseSpec calls = Guests.loop(Map.of("system-call", 1L, "page-fault", 2L), 100);
    guest("native", TechniqueKind.NATIVE, 1, calls);
    guest("trapped", TechniqueKind.TRAP_AND_EMULATE, 1, calls);
    guest("assisted", TechniqueKind.HARDWARE_ASSISTANCE, 1, calls);
    guest("interpreted", TechniqueKind.INTERPRETATION, 1, calls);
    simulation.run(SECOND);
    // An interpreter is a program like others, and stays where it is.
    assertThat(metric("interpreted.ring-transitions")).isZero();
    assertThat(metric("native.ring-transitions")).isEqualTo(2 * 300);
    // Into the monitor and to the guest's kernel, whose return leads into the monitor again.
    assertThat(metric("trapped.ring-transitions")).isEqualTo(4 * 300);
    // Calls stay in the guest; each page fault exits.
    assertThat(metric("assisted.ring-transitions")).isEqualTo(2 * 300);
    assertThat(metric("assisted.exits")).isEqualTo(200);
  }

  private static long hypercalls(int batch) {
    GuestProgramSpec spec =
        Guests.spec(
            TechniqueKind.PARAVIRTUALIZATION,
            Architecture.X86,
            ProcessorGeneration.PENTIUM_4,
            TranslationSpec.UNSAID,
            new ParavirtualSpec(batch, 1),
            HardwareSpec.UNSAID);
    Ledger ledger = Guests.charged(Guests.technique(spec), Operation.PAGE_TABLE_UPDATE, 70, 1);
    return ledger.exits(ExitReason.HYPERCALL);
  }

  @Test
  void theControlsDecideWhatExits() {
    HardwareSpec none = controls(true, true, false, false, false);
    HardwareSpec all = controls(false, false, true, true, true);
    for (Operation operation :
        List.of(
            Operation.PAGE_FAULT,
            Operation.PAGE_TABLE_UPDATE,
            Operation.CONTEXT_SWITCH,
            Operation.TASK_PRIORITY_WRITE,
            Operation.PORT_IN,
            Operation.READ_CLOCK,
            Operation.HALT)) {
      assertThat(exits(none, operation)).as(operation.word()).isZero();
      assertThat(exits(all, operation)).as(operation.word()).isEqualTo(1);
    }
    assertThat(exits(none, Operation.IDENTIFY)).isEqualTo(1);
    assertThat(exits(all, Operation.FLAGS_WRITE)).isZero();
  }

  /** 52 and 44 cycles to read and to write a field; on the Pentium 4 the whole was measured. */
  @Test
  void aMonitorReadsSevenFieldsOfTheVmcsToKnowOfAFaultAndWritesTwoToHandItOn() {
    TechniqueKind assisted = TechniqueKind.HARDWARE_ASSISTANCE;
    ProcessorGeneration core2 = ProcessorGeneration.CORE_2;
    assertThat(Guests.cycles(assisted, core2, Operation.SHADOW_FAULT)).isEqualTo(2123 + 7 * 52);
    assertThat(Guests.cycles(assisted, core2, Operation.PAGE_TABLE_UPDATE))
        .isEqualTo(2123 + 7 * 52);
    assertThat(Guests.cycles(assisted, core2, Operation.PAGE_FAULT))
        .isEqualTo(1093 + 2123 + 7 * 52 + 2 * 44);
    assertThat(Guests.cycles(assisted, ProcessorGeneration.PENTIUM_4, Operation.PAGE_FAULT))
        .isEqualTo(11_242);
  }

  private static GuestProgramSpec onNehalem(HardwareSpec controls) {
    return Guests.spec(
        TechniqueKind.HARDWARE_ASSISTANCE,
        Architecture.X86_VTX,
        ProcessorGeneration.NEHALEM,
        TranslationSpec.UNSAID,
        ParavirtualSpec.UNSAID,
        controls);
  }

  private static long exits(HardwareSpec controls, Operation operation) {
    return Guests.charged(Guests.technique(onNehalem(controls)), operation, 1, 1).exits();
  }

  @Test
  void whatIsNotKnownOfAProcessorIsRefused() {
    GuestProgramSpec core2 =
        Guests.spec(
            TechniqueKind.BINARY_TRANSLATION,
            Architecture.X86,
            ProcessorGeneration.CORE_2,
            TranslationSpec.UNSAID,
            ParavirtualSpec.UNSAID,
            HardwareSpec.UNSAID);
    assertThatThrownBy(() -> Guests.technique(core2))
        .hasMessage("the cost 'part trap' is not known of core-2; take pentium-4");
    assertThatThrownBy(() -> Guests.loop(Map.of("systemcall", 1L), 1))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("there is no operation 'systemcall'");
  }

  @Test
  void exceptionsDescriptorTablesAndFaultsExitWhereTheyAreAskedFor() {
    HardwareSpec asked =
        new HardwareSpec(
            true,
            true,
            false,
            false,
            false,
            Optional.of(true),
            Optional.of(true),
            true,
            true,
            Optional.empty());
    HardwareSpec not = controls(true, true, false, false, false);
    for (Operation operation :
        List.of(
            Operation.PAGE_FAULT,
            Operation.CONTEXT_SWITCH,
            Operation.DIVIDE_FAULT,
            Operation.PRIVILEGED)) {
      assertThat(exits(asked, operation)).as(operation.word()).isEqualTo(1);
      assertThat(exits(not, operation)).as(operation.word()).isZero();
    }
    assertThatThrownBy(
            () ->
                new HardwareSpec(
                    false,
                    true,
                    true,
                    false,
                    true,
                    Optional.of(false),
                    Optional.empty(),
                    false,
                    false,
                    Optional.empty()))
        .hasMessage("shadowed page tables need the exit of each load of CR3");
  }

  private static HardwareSpec controls(
      boolean nested, boolean priorityShadow, boolean ports, boolean clock, boolean halt) {
    return new HardwareSpec(
        nested,
        priorityShadow,
        ports,
        clock,
        halt,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }
}
