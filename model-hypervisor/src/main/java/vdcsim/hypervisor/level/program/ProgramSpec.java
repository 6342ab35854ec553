package vdcsim.hypervisor.level.program;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.hypervisor.cpu.usermode.UserModeSpec;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Linux;
import vdcsim.hypervisor.level.hardware.HardwareLevelSpec;
import vdcsim.hypervisor.level.os.OsSpec;
import vdcsim.hypervisor.level.runtime.RuntimeSpec;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a program at a level of virtualization. */
@Doc("A program that computes and calls its system, at a level of virtualization.")
public record ProgramSpec(
    @Key(value = "Where it runs.", example = "h1", names = "hosts") String on,
    @Key(value = "The group of the host that it is in.", example = "a") Optional<String> group,
    @Key(
            value = "What stands between it and the machine.",
            fallback = "native",
            source = "a program as others are",
            example = "os")
        LevelKind level,
    @Key("What it does, phase after phase.") List<ProgramPhaseSpec> phases,
    @Key(
            value = "How often it does all of that.",
            fallback = "1",
            source = "a program that is run once")
        int rounds,
    @Key(
            value = "Its pages, libraries included.",
            fallback = "1536 KiB",
            source = "the program that lmbench copies; assumed")
        DataSize image,
    @Key(
            value = "Those that it may write: data, heap, stacks.",
            fallback = "512 KiB",
            source = "a third of them; assumed")
        DataSize writable,
    @Key("The runtime, at level 'language'.") Optional<RuntimeSpec> runtime,
    @Key("How guests are kept apart, at level 'os'.") Optional<OsSpec> os,
    @Key("How it is traced, at level 'user-mode-linux'.") Optional<UserModeSpec> userMode,
    @Key("The virtual machine, at level 'hardware'.") Optional<HardwareLevelSpec> hardware,
    @Key(value = "When its guest is started.", fallback = "0 s") Duration start) {

  public ProgramSpec {
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new Refusal("phases", "a program has at least one phase");
    }
    if (rounds < 1) {
      throw new Refusal("rounds", "rounds must be at least 1, was " + rounds);
    }
    if (writable.bytes() > image.bytes()) {
      throw new Refusal(
          "writable",
          "what it may write (%d B) is part of its image (%d B)"
              .formatted(writable.bytes(), image.bytes()));
    }
  }

  Image pages() {
    return new Image(pages(image), pages(writable));
  }

  private static long pages(DataSize size) {
    return (size.bytes() + Linux.PAGE_BYTES - 1) / Linux.PAGE_BYTES;
  }
}
