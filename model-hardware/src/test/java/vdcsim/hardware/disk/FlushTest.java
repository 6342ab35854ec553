package vdcsim.hardware.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.random.Families;

class FlushTest {
  private static final long GB = 1_000_000_000L;

  private final Simulation simulation = new Simulation(1, 0);
  private final List<Long> done = new ArrayList<>();

  private Disk disk(DiskType type, boolean volatileCache, Optional<FlashSpec> flash) {
    return new Disk(
        simulation,
        "d",
        new DiskSpec(
            type,
            new DataSize(100 * GB),
            Optional.empty(),
            Optional.empty(),
            flash,
            Optional.empty(),
            volatileCache,
            0,
            0));
  }

  /** 4 channels of 2 dies, 1 ms to program 16 KiB, a buffer of 256 KiB. */
  private static Optional<FlashSpec> flash() {
    return Optional.of(
        new FlashSpec(
            4,
            2,
            DataRate.ofMegabits(3200),
            new DataSize(4096),
            Families.constant(50_000),
            Families.constant(1_000_000),
            new DataSize(16_384),
            1,
            new DataSize(262_144),
            Duration.ofNanos(2_000),
            Duration.ofNanos(3_000),
            Duration.ofNanos(10_000),
            Optional.empty(),
            Optional.empty()));
  }

  private void ask(Disk disk, Operation operation, long offset, long bytes) {
    disk.submit(
        new DiskRequest((k, a, r) -> done.add(simulation.now()), 0).ask(operation, offset, bytes));
  }

  /** From now until the last of what was asked is done. */
  private long last(Disk disk, Operation operation, long offset, long bytes) {
    long from = simulation.now();
    ask(disk, operation, offset, bytes);
    simulation.run(from + GB);
    return done.get(done.size() - 1) - from;
  }

  @Test
  void aFlushCostsFlashWithACapacitorACommand() {
    Disk disk = disk(DiskType.SSD, false, flash());
    last(disk, Operation.WRITE, 0, 4096);
    // 96 bytes of commands over SATA in 160 ns, and 2 us, as a read.
    assertThat(last(disk, Operation.FLUSH, 0, 0)).isBetween(2_000L, 4_000L);
  }

  @Test
  void aFlushProgramsWhatALossOfPowerWouldTake() {
    Disk disk = disk(DiskType.SSD, true, flash());
    last(disk, Operation.WRITE, 0, 4096);
    // 4096 bytes over a channel of 400 MB/s are 10.24 us, and a die programs for 1 ms.
    assertThat(last(disk, Operation.FLUSH, 0, 0)).isBetween(1_010_000L, 1_014_000L);
    // Nothing is left to store.
    assertThat(last(disk, Operation.FLUSH, 0, 0)).isLessThan(4_000L);
  }

  @Test
  void aFlushDoesNotWaitForWhatComesLater() {
    Disk disk = disk(DiskType.SSD, true, flash());
    last(disk, Operation.WRITE, 0, 4096);
    long from = simulation.now();
    List<Long> flushed = new ArrayList<>();
    disk.submit(
        new DiskRequest((k, a, r) -> flushed.add(simulation.now() - from), 0)
            .ask(Operation.FLUSH, 0, 0));
    for (int i = 0; i < 64; i++) {
      ask(disk, Operation.WRITE, i * 4096L, 4096);
    }
    simulation.run(from + GB);
    // 16 units wait for 8 dies; the flush has the first of them alone.
    assertThat(flushed.get(0)).isBetween(1_010_000L, 1_030_000L);
  }

  @Test
  void aHardDiskWithAMemoryWritesAtOnceAndAFlushWaitsForThePlatters() {
    Disk cached = disk(DiskType.HDD, true, Optional.empty());
    long write = last(cached, Operation.WRITE, 50 * GB, 4096);
    assertThat(write).isLessThan(20_000L);
    for (int i = 0; i < 100; i++) {
      ask(cached, Operation.WRITE, i * GB, 4096);
    }
    long flush = last(cached, Operation.FLUSH, 0, 0);
    // A hundred writes all over the disk, the nearest first: some milliseconds each.
    assertThat(flush).isBetween(150_000_000L, 900_000_000L);
  }

  @Test
  void aHardDiskWithoutOneStoresEachWriteAndHasNothingToFlush() {
    Disk disk = disk(DiskType.HDD, false, Optional.empty());
    assertThat(last(disk, Operation.WRITE, 50 * GB, 4096)).isGreaterThan(500_000L);
    assertThat(last(disk, Operation.FLUSH, 0, 0)).isEqualTo(100_000L);
  }
}
