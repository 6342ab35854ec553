package vdcsim.hardware.disk;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the flash of a disk. */
@Doc("The flash of a disk, and its controller.")
public record FlashSpec(
    @Key(
            value = "Channels from the controller to the flash.",
            fallback = "8",
            source = "Samsung 850 PRO, MEX controller, as reviewed")
        int channels,
    @Key(value = "Dies on a channel.", fallback = "4", source = "512 GB in dies of 128 Gbit")
        int dies,
    @Key(
            value = "How fast a channel is.",
            fallback = "3200 Mbps",
            source = "ONFI 3.0, NV-DDR2: 400 MT/s of 8 bits")
        DataRate channel,
    @Key(
            value = "The piece in which addresses are mapped to dies.",
            fallback = "4 KiB",
            source = "a page of the host")
        DataSize page,
    @Key(
            value = "How long a die takes to read a page.",
            quantity = Duration.class,
            fallback = "50 us",
            source = "Micron MT29F MLC, tR typical")
        Distribution read,
    @Key(
            value = "How long a die takes to program.",
            quantity = Duration.class,
            fallback = "900 us",
            source = "Micron MT29F MLC, tPROG typical")
        Distribution program,
    @Key(
            value = "How much a die programs at once.",
            fallback = "32 KiB",
            source = "two planes of 16 KiB")
        DataSize programUnit,
    @Key(
            value = "Bytes that are programmed for each byte that is written.",
            fallback = "1",
            source = "a disk with much free space, or written in order")
        double writeAmplification,
    @Key(
            value = "The memory that takes writes before they are programmed.",
            fallback = "4 MiB",
            source = "memory that a capacitor keeps alive")
        DataSize buffer,
    @Key(
            value = "What a read costs the controller, one after the other.",
            fallback = "2 us",
            source = "about 500 000 reads a second, the link left out")
        Duration readCommand,
    @Key(
            value = "What a write costs the controller, one after the other.",
            fallback = "2 us",
            source = "as read-command")
        Duration writeCommand,
    @Key(
            value = "The time of a write beside command and transfer, none of which waits.",
            fallback = "10 us",
            source =
                "Samsung 850 PRO, data sheet: 36 000 writes a second one by one, SATA included")
        Duration writeLatency,
    @Key(
            value = "How fast data come from the disk, where it is slower than its link.",
            example = "4200 Mbps")
        Optional<DataRate> readRate,
    @Key(value = "How fast data go to the disk, where it is slower.", example = "4200 Mbps")
        Optional<DataRate> writeRate) {
  /** What holds when a scenario says nothing. */
  static final FlashSpec UNSAID =
      new FlashSpec(
          8,
          4,
          DataRate.ofMegabits(3200),
          new DataSize(4096),
          Families.constant(50_000),
          Families.constant(900_000),
          new DataSize(32 << 10),
          1,
          new DataSize(4 << 20),
          Duration.ofNanos(2_000),
          Duration.ofNanos(2_000),
          Duration.ofNanos(10_000),
          Optional.empty(),
          Optional.empty());

  public FlashSpec {
    atLeastOne("channels", channels);
    atLeastOne("dies", dies);
    if (page.bytes() < 512) {
      throw new Refusal("page", "a page has at least 512 B, had " + page.bytes());
    }
    if (programUnit.bytes() < page.bytes()) {
      throw new Refusal("program-unit", "a die programs at least a page at once");
    }
    if (buffer.bytes() < programUnit.bytes()) {
      throw new Refusal("buffer", "the buffer holds at least what a die programs at once");
    }
    if (!(writeAmplification >= 1)) {
      throw new Refusal(
          "write-amplification", "write-amplification is at least 1, was " + writeAmplification);
    }
  }

  private static void atLeastOne(String key, int value) {
    if (value < 1) {
      throw new Refusal(key, key + " must be at least 1, was " + value);
    }
  }
}
