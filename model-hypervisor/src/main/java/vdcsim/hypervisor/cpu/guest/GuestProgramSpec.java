package vdcsim.hypervisor.cpu.guest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.hardware.HardwareSpec;
import vdcsim.hypervisor.cpu.paravirtual.ParavirtualSpec;
import vdcsim.hypervisor.cpu.translation.TranslationSpec;
import vdcsim.hypervisor.cpu.usermode.UserModeSpec;
import vdcsim.hypervisor.isa.Architecture;
import vdcsim.hypervisor.memory.guest.PagesSpec;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.TextFile;

/** What a scenario says about a guest that runs a program. */
@Doc("A guest with one virtual processor that runs a program, under a technique.")
public record GuestProgramSpec(
    @Key(value = "Where it runs.", example = "h1", names = "hosts") String on,
    @Key(value = "The group of the host that it is in.", example = "a") Optional<String> group,
    @Key(
            value = "How its instructions are run.",
            fallback = "hardware-assistance",
            source = "what hypervisors use today")
        TechniqueKind technique,
    @Key(
            value = "Its instruction set; without it, x86-vtx under hardware-assistance, else x86.",
            example = "x86")
        Optional<Architecture> isa,
    @Key(
            value = "Whose costs hold; the clock is the host's.",
            fallback = "pentium-4",
            source = "the one processor that was measured under every technique")
        ProcessorGeneration processor,
    @Key("What it does, phase after phase.") List<PhaseSpec> phases,
    @Key(
            value =
                "A file that says the same in place of 'phases': a line 'phase,class,count', then"
                    + " lines as 'boot,system-call,300'; 'boot,repeat,10' repeats a phase,"
                    + " 'boot,idle-us,500' is a pause behind it, 'boot,run,POPF 0x200' one"
                    + " instruction. Lines of a phase follow each other.",
            example = "boot.csv")
        Optional<TextFile> program,
    @Key(
            value = "How often it does all of that.",
            fallback = "1",
            source = "a program that is run once")
        int rounds,
    @Key("How binary translation works.") Optional<TranslationSpec> translation,
    @Key("How paravirtualization works.") Optional<ParavirtualSpec> paravirtual,
    @Key("How hardware assistance works.") Optional<HardwareSpec> hardware,
    @Key("How a kernel in user mode works.") Optional<UserModeSpec> userMode,
    @Key(
            value =
                "Its page tables, which page faults, updates and context switches then use;"
                    + " without it, these cost what was measured.",
            example = "4 MiB")
        Optional<PagesSpec> memory,
    @Key(
            value = "How often its slowdown since the last time is recorded; without it, never.",
            example = "1 ms")
        Optional<Duration> sample,
    @Key(value = "When it starts.", fallback = "0 s") Duration start) {

  public GuestProgramSpec {
    if (program.isPresent() && !phases.isEmpty()) {
      throw new Refusal("program", "give either 'phases' or 'program', a file that says them");
    }
    Architecture runs = isa.orElse(technique.usualArchitecture());
    phases =
        List.copyOf(
            program.map(file -> ProgramFile.phases(file, runs.instructions())).orElse(phases));
    if (phases.isEmpty()) {
      throw new Refusal("phases", "a program has at least one phase, or a file as 'program'");
    }
    if (rounds < 1) {
      throw new Refusal("rounds", "rounds must be at least 1, was " + rounds);
    }
    if (sample.isPresent() && !(sample.get().toNanos() > 0)) {
      throw new Refusal("sample", "sample must be more than 0 s, was " + sample.get());
    }
    boolean vtx = technique == TechniqueKind.HARDWARE_ASSISTANCE;
    if (vtx && isa.isPresent() && isa.get() != Architecture.X86_VTX) {
      throw new Refusal("isa", "hardware-assistance is of x86-vtx alone");
    }
    if (memory.isPresent() && technique.paging(hardware.orElse(HardwareSpec.UNSAID)).isEmpty()) {
      throw new Refusal(
          "memory",
          "page tables are modelled under native, trap-and-emulate, binary-translation,"
              + " paravirtualization and hardware-assistance");
    }
    if (memory.isEmpty() && phases.stream().anyMatch(phase -> !phase.pages().isEmpty())) {
      throw new Refusal("phases", "a phase has 'pages' where the guest has 'memory'");
    }
  }

  /** The instruction set, chosen or by default. */
  Architecture architecture() {
    return isa.orElse(technique.usualArchitecture());
  }

  /** The controls of hardware assistance, as they are said or else usual. */
  HardwareSpec controls() {
    return hardware.orElse(HardwareSpec.UNSAID);
  }
}
