package vdcsim.hardware.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.spec.Refusal;

class DiskTest {
  private static final long GB = 1_000_000_000L;

  private final Simulation simulation = new Simulation(1, 0);
  private final List<Long> done = new ArrayList<>();

  private Disk disk(DiskType type, Optional<MechanicsSpec> mechanics, Optional<FlashSpec> flash) {
    return new Disk(simulation, "d", spec(type, Optional.empty(), mechanics, flash));
  }

  private static DiskSpec spec(
      DiskType type,
      Optional<Integer> depth,
      Optional<MechanicsSpec> mechanics,
      Optional<FlashSpec> flash) {
    return new DiskSpec(
        type, new DataSize(100 * GB), depth, mechanics, flash, Optional.empty(), false, 0, 0);
  }

  /** 4 channels of 2 dies, 50 us to read, 1 ms to program 16 KiB, a buffer of 256 KiB. */
  private static FlashSpec flash(double amplification) {
    return new FlashSpec(
        4,
        2,
        DataRate.ofMegabits(3200),
        new DataSize(4096),
        Families.constant(50_000),
        Families.constant(1_000_000),
        new DataSize(16_384),
        amplification,
        new DataSize(262_144),
        Duration.ofNanos(2_000),
        Duration.ofNanos(3_000),
        Duration.ofNanos(10_000),
        Optional.empty(),
        Optional.empty());
  }

  private static MechanicsSpec mechanics(int rpm) {
    return new MechanicsSpec(
        rpm,
        Duration.ofMillis(8),
        Duration.ofMillis(1),
        DataRate.ofMegabits(1600),
        new Ratio(1),
        new DataSize(1 << 20),
        Duration.ZERO);
  }

  private void ask(Storage storage, Operation operation, long offset, long bytes) {
    storage.submit(
        new DiskRequest((k, a, r) -> done.add(simulation.now()), 0).ask(operation, offset, bytes));
  }

  @Test
  void aReadOfFlashIsCommandDieChannelAndLink() {
    ask(disk(DiskType.SSD, Optional.empty(), Optional.of(flash(1))), Operation.READ, 0, 4096);
    simulation.run(GB);
    // SATA 600 MB/s: 96 B are 160 ns, 4124 B are 6874 ns; 2 us; 50 us; 4096 B at 400 MB/s 10240 ns.
    assertThat(done).containsExactly(160 + 2_000 + 50_000 + 10_240 + 6_874L);
  }

  @Test
  void readsOfOneDieWaitForEachOtherAndThoseOfSeveralDoNot() {
    Disk disk = disk(DiskType.NVME, Optional.empty(), Optional.of(flash(1)));
    for (int i = 0; i < 4; i++) {
      ask(disk, Operation.READ, i * 8L * 4096, 4096);
    }
    simulation.run(GB);
    assertThat(done.get(3) - done.get(0)).as("three more reads of die 0").isEqualTo(150_000);
    done.clear();
    for (int i = 0; i < 4; i++) {
      ask(disk, Operation.READ, i * 4096L, 4096);
    }
    simulation.run(2 * GB);
    assertThat(done.get(3) - done.get(0))
        .as("only the controller's 2 us")
        .isBetween(6_000L, 6_100L);
  }

  @Test
  void aWriteIsDoneWhenItIsInTheBuffer() {
    ask(disk(DiskType.SSD, Optional.empty(), Optional.of(flash(1))), Operation.WRITE, 0, 4096);
    simulation.run(GB);
    assertThat(done).containsExactly(160 + 3_000 + 6_874 + 10_000L);
  }

  @Test
  void writesWithoutEndAreAsFastAsTheDiesProgram() {
    for (double amplification : List.of(1.0, 2.5)) {
      Simulation run = new Simulation(1, 0);
      Disk disk =
          new Disk(
              run,
              "d",
              spec(
                  DiskType.NVME,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(flash(amplification))));
      long[] written = new long[1];
      for (int i = 0; i < 32; i++) {
        DiskRequest request =
            new DiskRequest(
                (k, a, r) -> {
                  written[0]++;
                  disk.submit((DiskRequest) r);
                },
                0);
        disk.submit(request.ask(Operation.WRITE, i * 4096L, 4096));
      }
      run.run(GB);
      // 8 dies x 16 KiB a millisecond are 32 000 blocks of 4 KiB a second.
      assertThat((double) written[0]).isCloseTo(32_000 / amplification, within(200.0));
      assertThat(run.conservation().violations()).isEmpty();
    }
  }

  @Test
  void aRandomReadOfAHardDiskIsSeekAndHalfATurn() {
    Disk disk = disk(DiskType.HDD, Optional.of(mechanics(6_000)), Optional.empty());
    Random random = new Random(7);
    int reads = 2_000;
    for (int i = 0; i < reads; i++) {
      ask(disk, Operation.READ, random.nextInt(24_000_000) * 4096L, 4096);
      simulation.run(simulation.now() + 100_000_000L);
    }
    double mean = 0;
    for (int i = 0; i < reads; i++) {
      mean += (done.get(i) - i * 100_000_000L) / 1e6 / reads;
    }
    // 8 ms and half of 10 ms; 4096 B at 200 MB/s and SATA are 0.03 ms.
    assertThat(mean).isCloseTo(13.03, within(0.25));
  }

  @Test
  void readingInOrderRunsAtTheRateOfTheHead() {
    Disk disk = disk(DiskType.HDD, Optional.of(mechanics(7_200)), Optional.empty());
    long[] read = new long[1];
    DiskRequest request =
        new DiskRequest(
            (k, a, r) -> {
              read[0] += 65_536;
              // The host thinks for 20 us; the head reads on meanwhile.
              simulation.schedule(
                  20_000,
                  () -> disk.submit(((DiskRequest) r).ask(Operation.READ, read[0], 65_536)));
            },
            0);
    disk.submit(request.ask(Operation.READ, 0, 65_536));
    simulation.run(GB);
    assertThat(read[0] / 1e6).isCloseTo(200, within(5.0));
  }

  @Test
  void aDeepQueueLetsTheHeadChooseTheNearest() {
    assertThat(randomReads(1)).isBetween(70, 80);
    assertThat(randomReads(32)).isGreaterThan(150);
  }

  private static int randomReads(int depth) {
    Simulation run = new Simulation(1, 0);
    Disk disk =
        new Disk(
            run,
            "d",
            spec(DiskType.HDD, Optional.empty(), Optional.of(mechanics(6_000)), Optional.empty()));
    Random random = new Random(7);
    int[] count = new int[1];
    for (int i = 0; i < depth; i++) {
      DiskRequest request =
          new DiskRequest(
              (k, a, r) -> {
                count[0]++;
                long place = random.nextInt(24_000_000) * 4096L;
                disk.submit(((DiskRequest) r).ask(Operation.READ, place, 4096));
              },
              0);
      disk.submit(request.ask(Operation.READ, i * 3 * GB, 4096));
    }
    run.run(10 * GB);
    return count[0] / 10;
  }

  @Test
  void whatIsTooMuchWaitsBeforeTheDisk() {
    Disk disk =
        new Disk(
            simulation,
            "d",
            spec(DiskType.NVME, Optional.of(1), Optional.empty(), Optional.of(flash(1))));
    for (int i = 0; i < 3; i++) {
      ask(disk, Operation.READ, i * 4096L, 4096);
    }
    simulation.run(GB);
    assertThat(done.get(2)).isEqualTo(3 * done.get(0));
  }

  @Test
  void beyondTheEndARequestFails() {
    Disk disk = disk(DiskType.SSD, Optional.empty(), Optional.of(flash(1)));
    boolean[] failed = new boolean[1];
    disk.submit(
        new DiskRequest((k, a, r) -> failed[0] = ((DiskRequest) r).failed(), 0)
            .ask(Operation.READ, 100 * GB - 100, 4096));
    assertThat(failed[0]).isTrue();
    assertThat(simulation.conservation().violations()).isEmpty();
  }

  @Test
  void whatTheTypeDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> disk(DiskType.SSD, Optional.of(mechanics(7_200)), Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessage("only a hard disk has mechanics; this one is of flash");
  }
}
