package vdcsim.hypervisor.memory.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.result.FinalTable;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** The workload on a host with a core of 1 GHz, so that a cycle is a nanosecond. */
class GuestMemoryTest {
  private static final long SECOND = 1_000_000_000L;

  private final Simulation simulation = new Simulation(1, 0);

  private void run(SpecBuilder... guests) {
    World world = new World(simulation);
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            guests.length,
            new Frequency(SECOND),
            SchedulerKind.EEVDF,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    Machine.make("h1", cpu, world).connect();
    for (int i = 0; i < guests.length; i++) {
      GuestMemory.make("g" + i, guests[i].build(), world).connect();
    }
    simulation.run(100 * SECOND);
  }

  private double metric(String name) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals(name))
        .findFirst()
        .orElseThrow()
        .statistic("value")
        .orElseThrow();
  }

  /** 16 pages fit into the TLB: 1000 accesses and two instructions between any two. */
  @ParameterizedTest
  @EnumSource(PagingKind.class)
  void whatTheTlbHoldsCostsTheSameUnderEachWay(PagingKind paging) {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = paging;
    guest.workingSet = 16 * 4096;
    guest.accesses = 1000;
    guest.compute = 2;
    guest.writes = 0.5;
    run(guest);
    assertThat(metric("g0.run-time")).isEqualTo(3000);
    assertThat(metric("g0.exits")).isZero();
    assertThat(metric("g0.access-rate")).isEqualTo(1000e9 / 3000);
  }

  /** 256 pages one after the other: the first level of 64 holds none of them, the second all. */
  @Test
  void theSecondLevelOfTheTlbCostsSevenCycles() {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = PagingKind.NATIVE;
    guest.workingSet = 256 * 4096;
    guest.accesses = 2560;
    run(guest);
    assertThat(metric("g0.run-time")).isEqualTo(2560 * 8);
    assertThat(metric("g0.tlb-misses")).isZero();
  }

  /** 2048 pages one after the other: all miss, 4 directories are cached: 1 reference, or 2. */
  @Test
  void aSweepThatMissesWalksForEachPage() {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = PagingKind.NATIVE;
    guest.workingSet = 2048 * 4096;
    guest.accesses = 2048;
    run(guest);
    assertThat(metric("g0.walks")).isEqualTo(2048);
    assertThat(metric("g0.references-per-walk")).isEqualTo(1);
    assertThat(metric("g0.run-time")).isEqualTo(2048 * 21);
  }

  /** Each access comes with a move: two exits, 12733 and 4340 cycles. */
  @Test
  void aMoveCostsTwoExitsUnderShadowPagingAndNoneUnderNested() {
    SpecBuilder shadow = new SpecBuilder();
    shadow.paging = PagingKind.SHADOW;
    shadow.accesses = 100;
    shadow.moves = 1;
    SpecBuilder nested = new SpecBuilder();
    nested.accesses = 100;
    nested.moves = 1;
    run(shadow, nested);
    assertThat(metric("g0.exits-by.traced-write")).isEqualTo(100);
    assertThat(metric("g0.exits-by.privileged-instruction")).isEqualTo(100);
    assertThat(metric("g0.exits")).isEqualTo(200);
    assertThat(metric("g1.exits")).isZero();
    double walks = metric("g0.walk-references") * 20;
    assertThat(metric("g0.cycles")).isCloseTo(100 + 100 * (12_733 + 4_340) + walks, within(1.0));
  }

  /** Every fourth access is to a page that was taken away: as many faults of the guest. */
  @ParameterizedTest
  @EnumSource(PagingKind.class)
  void aPageThatWasTakenAwayFaults(PagingKind paging) {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = paging;
    guest.accesses = 400;
    guest.unmaps = 0.25;
    run(guest);
    assertThat(metric("g0.guest-faults")).isEqualTo(100);
    assertThat(metric("g0.updates")).isEqualTo(200);
  }

  /** A process of 64 pages forks ten times; then each first write copies or regains a page. */
  @ParameterizedTest
  @EnumSource(PagingKind.class)
  void aForkSharesPagesUntilTheyAreWritten(PagingKind paging) {
    SpecBuilder guest = new SpecBuilder();
    guest.paging = paging;
    guest.accesses = 640;
    guest.forkEvery = 64;
    guest.writes = 1;
    run(guest);
    // The first fork comes before access 64, the last before access 640.
    assertThat(metric("g0.guest-faults")).isEqualTo(9 * 64 + 1);
    assertThat(metric("g0.escapes")).isZero();
  }

  @Test
  void translationsAreListed() {
    SpecBuilder guest = new SpecBuilder();
    guest.workingSet = 3 * 4096;
    run(guest);
    FinalTable table = simulation.tables().read(100).get(0);
    assertThat(table.name()).isEqualTo("translations-g0");
    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows()).extracting(row -> row.get(5)).containsOnly("g0");
    assertThat(table.rows()).extracting(row -> row.get(3)).doesNotHaveDuplicates();
  }

  @Test
  void zipfReachesForTheFirstPageMost() {
    SpecBuilder guest = new SpecBuilder();
    guest.pattern = Pattern.ZIPF;
    Places places = new Places(guest.build(), 4, simulation.random().stream("zipf"));
    int[] drawn = new int[4];
    for (int i = 0; i < 100_000; i++) {
      places.next();
      drawn[places.place()]++;
    }
    // Weights 1, 1/2, 1/3, 1/4 of 25/12.
    for (int rank = 0; rank < 4; rank++) {
      assertThat(drawn[rank]).isCloseTo((int) (48_000 / (rank + 1.0)), within(600));
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    SpecBuilder direct = new SpecBuilder();
    direct.paging = PagingKind.DIRECT;
    direct.pageSize = vdcsim.hypervisor.memory.pagetable.PageSize.LARGE;
    direct.workingSet = 1 << 21;
    assertThatThrownBy(direct::build)
        .isInstanceOf(Refusal.class)
        .hasMessage("with direct paging a page is no larger than the pieces of 'backing'");
    SpecBuilder levels = new SpecBuilder();
    levels.levels = 6;
    assertThatThrownBy(levels::build).hasMessage("levels must lie between 3 and 5, was 6");
    SpecBuilder small = new SpecBuilder();
    small.workingSet = 100;
    assertThatThrownBy(small::build)
        .hasMessage("a working set has from a page of 4 KiB to 64 GiB, was 100 B");
    assertThat(List.of(PagingKind.values())).hasSize(4);
  }
}
