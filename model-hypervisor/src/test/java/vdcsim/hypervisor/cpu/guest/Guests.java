package vdcsim.hypervisor.cpu.guest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vdcsim.kernel.random.RandomStreams;

/** Guests for tests. */
final class Guests {
  private Guests() {}

  static PhaseSpec loop(Map<String, Long> mix, long repeat) {
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
        Map.of());
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

  static Architecture usual(TechniqueKind technique) {
    return technique == TechniqueKind.HARDWARE_ASSISTANCE ? Architecture.X86_VTX : Architecture.X86;
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
        spec(kind, usual(kind), processor, inCache, ParavirtualSpec.UNSAID, HardwareSpec.UNSAID);
    return charged(technique(spec), operation, 1, 1).cycles();
  }
}
