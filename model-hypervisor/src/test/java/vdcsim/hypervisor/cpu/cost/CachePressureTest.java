package vdcsim.hypervisor.cpu.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CachePressureTest {
  private static final long KIB = 1024;

  private final CachePressure cache = new CachePressure(512 * KIB, 100);

  @Test
  void aMonitorWhoseDataFitBesideCostsNothing() {
    assertThat(cache.extraCycles(16 * KIB, 2, 16 * KIB)).isZero();
  }

  @Test
  void aMonitorThatFillsAFullCacheCostsItsOwnLines() {
    // 64 lines of 64 bytes, all of them missed, beside data that were missed before.
    assertThat(cache.extraCycles(64 * KIB, 32, 4 * KIB)).isEqualTo(64 * 100);
  }

  @Test
  void doublingTheDataOfFourFullQuartersMissesAThirdMore() {
    // 8 x 64 KiB fill the cache: 2 of 3 doublings, 1024 lines; twice as much misses everything.
    assertThat(cache.extraCycles(64 * KIB, 8, 64 * KIB))
        .isEqualTo(2048 * 100 - Math.round(1024 * 100 * 2 / 3.0));
  }

  @Test
  void whereTheCacheIsNotKnownNothingIsCharged() {
    assertThat(CachePressure.of(Costs.of(ProcessorGeneration.PENTIUM_4)))
        .isEqualTo(new CachePressure(0, 0));
    assertThat(new CachePressure(0, 0).extraCycles(64 * KIB, 8, 64 * KIB)).isZero();
  }
}
