package vdcsim.hypervisor.level.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.kernel.spec.Refusal;

/** HotSpot, CallPredicate and LoopPredicate, at its defaults. */
class ThresholdsTest {
  @ParameterizedTest
  @CsvSource({
    "INTERPRETED, 199, 0, false",
    "INTERPRETED, 200, 0, true",
    "INTERPRETED, 99, 5000, false",
    "INTERPRETED, 100, 1899, false",
    "INTERPRETED, 100, 1900, true",
    "INTERPRETED, 1, 59999, false",
    "INTERPRETED, 1, 60000, true",
    "PROFILED, 4999, 0, false",
    "PROFILED, 5000, 0, true",
    "PROFILED, 600, 14399, false",
    "PROFILED, 600, 14400, true",
    "PROFILED, 599, 39999, false",
    "PROFILED, 1, 40000, true",
    "OPTIMIZED, 1000000, 1000000, false"
  })
  void aMethodIsCompiledAtHotSpotsThresholds(Tier tier, long calls, long loops, boolean compiled) {
    assertThat(Thresholds.HOTSPOT.reached(tier, calls, loops, 0)).isEqualTo(compiled);
  }

  @Test
  void fiveMethodsWaitingForTheQuickCompilerDoubleItsThresholds() {
    assertThat(Thresholds.HOTSPOT.reached(Tier.INTERPRETED, 399, 0, 5)).isFalse();
    assertThat(Thresholds.HOTSPOT.reached(Tier.INTERPRETED, 400, 0, 5)).isTrue();
    assertThat(Thresholds.HOTSPOT.reached(Tier.PROFILED, 9999, 0, 3)).isFalse();
    assertThat(Thresholds.HOTSPOT.reached(Tier.PROFILED, 10_000, 0, 3)).isTrue();
  }

  @Test
  void withoutAQuickCompilerItTakes10000CallsAndLoops() {
    Thresholds alone =
        new Thresholds(false, 200, 100, 2000, 60_000, 5000, 600, 15_000, 40_000, 10_000, 5, 3);
    assertThat(alone.reached(Tier.INTERPRETED, 4000, 5999, 0)).isFalse();
    assertThat(alone.reached(Tier.INTERPRETED, 4000, 6000, 0)).isTrue();
    assertThat(alone.next(Tier.INTERPRETED)).isEqualTo(Tier.OPTIMIZED);
  }

  @Test
  void aThresholdOfNothingIsRefused() {
    assertThatThrownBy(
            () ->
                new Thresholds(true, 0, 100, 2000, 60_000, 5000, 600, 15_000, 40_000, 10_000, 5, 3))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("quick-calls must be at least 1, was 0");
  }
}
