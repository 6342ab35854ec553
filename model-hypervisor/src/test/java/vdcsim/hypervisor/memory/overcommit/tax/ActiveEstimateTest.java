package vdcsim.hypervisor.memory.overcommit.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActiveEstimateTest {
  private final ActiveEstimate estimate = new ActiveEstimate(SamplingSpec.UNSAID);

  @Test
  void beforeTheFirstSampleAllIsActive() {
    assertThat(estimate.fraction(0)).isEqualTo(1);
  }

  @Test
  void itRisesWithTheSampleUnderWayAndFallsWithTheSlowMean() {
    estimate.sampled(0.2);
    assertThat(estimate.fraction(0.2)).isEqualTo(0.2);
    // The fast mean with a sample of 100 % under way: 0.2 + 0.5 * 0.8.
    assertThat(estimate.fraction(1)).isCloseTo(0.6, within(1e-12));
    estimate.sampled(1);
    // The fast mean is 0.6, the slow one 0.28.
    assertThat(estimate.fraction(0)).isCloseTo(0.6, within(1e-12));
    estimate.sampled(0);
    estimate.sampled(0);
    // The fast mean is 0.15, the slow one 0.28 * 0.81 = 0.2268, which holds.
    assertThat(estimate.fraction(0)).isCloseTo(0.2268, within(1e-12));
  }
}
