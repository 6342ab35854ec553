package vdcsim.hypervisor.cpu.guest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.cpu.Technique;
import vdcsim.hypervisor.cpu.Traps;
import vdcsim.hypervisor.cpu.cost.Costs;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.hardware.HardwareSpec;
import vdcsim.hypervisor.cpu.paravirtual.ParavirtualSpec;
import vdcsim.hypervisor.cpu.translation.EvictionPolicy;
import vdcsim.hypervisor.cpu.translation.SitePolicy;
import vdcsim.hypervisor.cpu.translation.TranslationSpec;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.world.World;

/** Guests for tests. */
final class Guests {
  private Guests() {}

  /** A host with a core of 1 GHz, so that a cycle is a nanosecond. */
  static void host(World world) {
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            1,
            new Frequency(1_000_000_000),
            SchedulerKind.EEVDF,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    Machine.make("h1", cpu, world).connect();
  }

  static PhaseSpec loop(Map<String, Long> mix, long repeat) {
    return paging(mix, Map.of(), repeat);
  }

  static PhaseSpec paging(Map<String, Long> mix, Map<String, Long> pages, long repeat) {
    return new PhaseSpec(
        mix,
        Optional.empty(),
        List.of(),
        false,
        repeat,
        Duration.ZERO,
        1,
        12,
        Optional.empty(),
        new DataSize(0),
        2,
        pages);
  }

  static GuestProgramSpec spec(
      TechniqueKind technique,
      Architecture isa,
      ProcessorGeneration processor,
      TranslationSpec translation,
      ParavirtualSpec paravirtual,
      HardwareSpec hardware) {
    return new GuestProgramSpec(
        "h1",
        Optional.empty(),
        technique,
        Optional.of(isa),
        processor,
        List.of(loop(Map.of("user", 1L), 1)),
        Optional.empty(),
        1,
        Optional.of(translation),
        Optional.of(paravirtual),
        Optional.of(hardware),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO);
  }

  static GuestProgramSpec spec(TechniqueKind technique, Architecture isa) {
    return spec(
        technique,
        isa,
        ProcessorGeneration.PENTIUM_4,
        TranslationSpec.UNSAID,
        ParavirtualSpec.UNSAID,
        HardwareSpec.UNSAID);
  }

  static Technique technique(GuestProgramSpec spec) {
    return spec.technique()
        .make(
            spec,
            Costs.of(spec.processor()),
            new Traps(spec.architecture().instructions()),
            new RandomStreams(1, 0).stream("code"));
  }

  static Technique technique(TechniqueKind kind, Architecture isa) {
    return technique(spec(kind, isa));
  }

  static Ledger charged(Technique technique, Operation operation, long each, long rounds) {
    Ledger ledger = new Ledger();
    technique.charge(operation, each, rounds, ledger);
    return ledger;
  }

  /** An operation's cost once adaptive sites have settled. */
  static long cycles(TechniqueKind kind, ProcessorGeneration processor, Operation operation) {
    TranslationSpec inCache =
        new TranslationSpec(1000, true, SitePolicy.IN_TC, EvictionPolicy.FLUSH, 1);
    GuestProgramSpec spec =
        spec(
            kind,
            kind.usualArchitecture(),
            processor,
            inCache,
            ParavirtualSpec.UNSAID,
            HardwareSpec.UNSAID);
    return charged(technique(spec), operation, 1, 1).cycles();
  }
}
