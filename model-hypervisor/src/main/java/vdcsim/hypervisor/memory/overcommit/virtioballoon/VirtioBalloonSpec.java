package vdcsim.hypervisor.memory.overcommit.virtioballoon;

import java.time.Duration;
import java.util.Optional;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a virtio balloon. */
@Doc("A balloon that is a virtio device, as KVM's guests have it.")
public record VirtioBalloonSpec(
    @Key(
            value = "Descriptors in each queue, a power of two.",
            fallback = "128",
            source = "QEMU, virtio-balloon.c")
        int queue,
    @Key(
            value = "How often the host asks the guest about its memory; without it, never.",
            source = "QEMU, guest-stats-polling-interval",
            example = "5 s")
        Optional<Duration> stats,
    @Key(
            value = "Whether a guest that finds no memory has some of the balloon back.",
            fallback = "false",
            source = "QEMU, deflate-on-oom is off")
        boolean deflateOnOom,
    @Key(
            value = "Whether the guest reports memory that is free, 2 MiB at a time.",
            fallback = "false",
            source = "QEMU, free-page-reporting is off")
        boolean freePageReporting,
    @Key(
            value =
                "Cycles in which the host takes a page, or several that were reported together.",
            fallback = "2000",
            source = "a guess: a system call and the end of a mapping; no published figure")
        int entryCycles,
    @Key(value = "What exits cost.", fallback = "kvm") IoPlatform platform) {
  private static final int MOST = 32_768;
  private static final int MOST_CYCLES = 1_000_000_000;

  public VirtioBalloonSpec {
    if (queue < 1 || queue > MOST || Integer.bitCount(queue) != 1) {
      throw new Refusal(
          "queue", "a queue has a power of two of descriptors up to 32768, had " + queue);
    }
    if (stats.isPresent() && stats.get().toMillis() < 1000) {
      throw new Refusal(
          "stats", "stats are at least 1 s apart, were " + stats.get().toMillis() + " ms");
    }
    if (entryCycles < 0 || entryCycles > MOST_CYCLES) {
      throw new Refusal(
          "entry-cycles", "entry-cycles must lie between 0 and 1000000000, were " + entryCycles);
    }
  }
}
