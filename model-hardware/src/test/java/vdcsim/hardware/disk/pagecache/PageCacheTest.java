package vdcsim.hardware.disk.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.DiskSpec;
import vdcsim.hardware.disk.DiskType;
import vdcsim.hardware.disk.DisksSpec;
import vdcsim.hardware.disk.HostDisk;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.World;

class PageCacheTest {
  private static final long MS = 1_000_000L;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final List<Long> done = new ArrayList<>();

  /** A host of 2 processors of 1 GHz, an NVMe disk, and 1024 pages: writing begins at 102. */
  private CachedFile file(boolean volatileCache) {
    new Host("h", new HostSpec(Map.of()), world);
    Machine.make(
        "h",
        new CpuSpec(
            1,
            2,
            new Frequency(1_000_000_000L),
            SchedulerKind.RUN_TO_COMPLETION,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of()),
        world);
    DiskSpec disk =
        new DiskSpec(
            DiskType.NVME,
            new DataSize(1L << 30),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            volatileCache,
            0,
            0);
    HostDisk.make("h", new DisksSpec(Map.of("d", disk)), world);
    PageCache.make(
        "h",
        new PageCacheSpec(
            new DataSize(4 << 20),
            new Ratio(0.1),
            new Ratio(0.2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            1000,
            256),
        world);
    return PageCache.of("h", world).open(world.find("h.d", HostDisk.class).orElseThrow());
  }

  private long ask(CachedFile file, Operation operation, long offset, long bytes) {
    long from = simulation.now();
    submit(file, operation, offset, bytes);
    simulation.run(from + 500 * MS);
    return done.get(done.size() - 1) - from;
  }

  private void submit(CachedFile file, Operation operation, long offset, long bytes) {
    file.submit(
        ExecutionContext.FREE,
        new DiskRequest((k, a, r) -> done.add(simulation.now()), 0).ask(operation, offset, bytes));
  }

  private double counted(String name) {
    return simulation.metrics().read().stream()
        .filter(measured -> measured.metric().equals(name))
        .mapToDouble(measured -> ((Measurement.Scalar) measured).value())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFirstReadAsksTheDiskAndTheSecondDoesNot() {
    CachedFile file = file(false);
    assertThat(ask(file, Operation.READ, 8192, 4096)).isGreaterThan(50_000L);
    assertThat(ask(file, Operation.READ, 8192 + 512, 1024)).isZero();
    assertThat(counted("h.d.reads")).isEqualTo(1);
    assertThat(counted("h.page-cache.hits")).isEqualTo(1);
    assertThat(counted("h.page-cache.misses")).isEqualTo(1);
  }

  @Test
  void aWriteIsDoneInMemoryAndAFlushWritesNeighboursTogether() {
    CachedFile file = file(false);
    for (int i = 0; i < 50; i++) {
      assertThat(ask(file, Operation.WRITE, i * 4096L, 4096)).isZero();
    }
    assertThat(counted("h.d.writes")).isZero();
    ask(file, Operation.FLUSH, 0, 0);
    assertThat(counted("h.d.writes")).isEqualTo(1);
    assertThat(counted("h.d.written-bytes")).isEqualTo(50 * 4096);
    assertThat(counted("h.d.flushes")).isEqualTo(1);
  }

  @Test
  void aWriteOfAPartOfAPageReadsTheRest() {
    CachedFile file = file(false);
    ask(file, Operation.WRITE, 100 * 4096L + 512, 512);
    assertThat(counted("h.d.reads")).isEqualTo(1);
  }

  @Test
  void aTenthOfTheCacheMayWaitToBeWritten() {
    CachedFile file = file(false);
    for (int i = 0; i < 200; i++) {
      submit(file, Operation.WRITE, 2L * i * 4096, 4096);
    }
    simulation.run(100 * MS);
    assertThat(counted("h.page-cache.written-back")).isEqualTo(200 - 102);
  }

  @Test
  void whatHasWaitedThirtySecondsIsWritten() {
    CachedFile file = file(false);
    submit(file, Operation.WRITE, 0, 4096);
    simulation.run(29_000 * MS);
    assertThat(counted("h.d.writes")).isZero();
    simulation.run(36_000 * MS);
    assertThat(counted("h.d.writes")).isEqualTo(1);
  }

  @Test
  void writersWaitBeyondAFifthOfTheCache() {
    CachedFile file = file(false);
    for (int i = 0; i < 400; i++) {
      submit(file, Operation.WRITE, 2L * i * 4096, 4096);
    }
    assertThat(done.size()).isBetween(204, 210);
    assertThat(counted("h.page-cache.throttled")).isGreaterThan(100);
    simulation.run(500 * MS);
    assertThat(done).hasSize(400);
  }

  @Test
  void whatWasUsedLongestAgoGoesAndNothingIsLost() {
    CachedFile file = file(false);
    Random random = new Random(4);
    TreeSet<Long> written = new TreeSet<>();
    for (int i = 0; i < 3000; i++) {
      long page = random.nextInt(4000);
      boolean write = random.nextInt(3) == 0;
      submit(file, write ? Operation.WRITE : Operation.READ, page * 4096, 4096);
      if (write) {
        written.add(page);
      }
      simulation.run(simulation.now() + 20_000);
    }
    ask(file, Operation.FLUSH, 0, 0);
    assertThat(done).hasSize(3001);
    assertThat(counted("h.page-cache.evicted")).isPositive();
    assertThat(counted("h.page-cache.written-back")).isGreaterThanOrEqualTo(written.size());
    assertThat(counted("h.d.written-bytes")).isEqualTo(4096 * counted("h.page-cache.written-back"));
  }

  @Test
  void aFlushWaitsForTheDisksOwnMemoryToo() {
    CachedFile file = file(true);
    ask(file, Operation.WRITE, 0, 4096);
    // The die programs for 900 us.
    assertThat(ask(file, Operation.FLUSH, 0, 0)).isGreaterThan(900_000L);
  }
}
