package vdcsim.hypervisor.level.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;

class CollectorTest {
  private static final long YOUNG = 1_000_000;

  private static Collector collector(double survival, int age, double further, long old) {
    return new Collector(
        new CollectorSpec(
            new DataSize(YOUNG),
            new DataSize(old),
            new Ratio(survival),
            age,
            new Ratio(further),
            1000,
            2,
            4,
            new Ratio(0.5)));
  }

  @Test
  void aFullYoungGenerationIsDueAndCostsItsSurvivorsAndTheStop() {
    Collector collector = collector(0.05, 15, 0.5, 10 * YOUNG);
    collector.allocate(YOUNG - 1);
    assertThat(collector.isDue()).isFalse();
    collector.allocate(1);
    assertThat(collector.isDue()).isTrue();
    assertThat(collector.collect()).isEqualTo(1000 + 2 * 50_000);
    assertThat(collector.isDue()).isFalse();
    assertThat(collector.usedBytes()).isEqualTo(50_000);
  }

  @Test
  void survivorsAreCopiedAgainUntilTheyAreOld() {
    Collector collector = collector(0.1, 2, 0.5, 10 * YOUNG);
    long[] cycles = new long[3];
    for (int i = 0; i < cycles.length; i++) {
      collector.allocate(YOUNG);
      cycles[i] = collector.collect();
    }
    // 100 000 new ones, then 50 000 of the age of one beside them, then 25 000 that become old.
    assertThat(cycles).containsExactly(1000 + 2 * 100_000, 1000 + 2 * 150_000, 1000 + 2 * 175_000);
  }

  @Test
  void anOldGenerationThatIsFullIsMarkedAndMoved() {
    Collector collector = collector(0.5, 1, 0.999, YOUNG);
    long last = 0;
    while (collector.full() == 0) {
      collector.allocate(YOUNG);
      last = collector.collect();
    }
    // Two collections bring half a million each; the third finds it over a million, half of it
    // live.
    assertThat(collector.minor()).isEqualTo(4);
    assertThat(last).isGreaterThan(4 * 700_000);
  }
}
