package vdcsim.hypervisor.memory.overcommit.swap;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about swapping by the host, and the disk behind it. */
@Doc("The disks to which the host swaps, and on which the guests have theirs.")
public record SwapSpec(
    @Key(
            value =
                "Room for pages; without it, as much as the machines may have beyond their minima.",
            example = "2 GiB")
        Optional<DataSize> space,
    @Key(
            value = "The time to a page anywhere on a disk.",
            fallback = "8 ms",
            source = "a disk of 10000 rpm: 5 ms to seek, 3 ms for half a turn")
        Duration access,
    @Key(
            value = "How fast a disk then reads and writes.",
            fallback = "320 Mbps",
            source = "40 MB/s, a SCSI disk of 2002")
        DataRate rate,
    @Key(
            value = "How many disks there are; each serves one request at a time.",
            fallback = "1",
            source = "the least",
            example = "4")
        int disks) {
  /** What holds when a scenario says nothing. */
  public static final SwapSpec UNSAID =
      new SwapSpec(Optional.empty(), Duration.ofMillis(8), DataRate.ofMegabits(320), 1);

  public SwapSpec {
    if (disks < 1 || disks > 1000) {
      throw new Refusal("disks", "disks must lie between 1 and 1000, was " + disks);
    }
    if (rate.bitsPerSecond() < 1000) {
      throw new Refusal("rate", "a disk has at least 1 kbps, was " + rate.bitsPerSecond());
    }
  }
}
