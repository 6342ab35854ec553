package vdcsim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgpConvergenceTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sixtySystemsComeToTheOneStableSolution(long seed) {
    BgpConvergence convergence = new BgpConvergence(60, seed);
    convergence.run(20);
    assertThat(convergence.wrongRoutes()).isZero();
    assertThat(convergence.quietAfterS()).isLessThan(10);
  }
}
