package vdcsim.network.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;

/** FRRouting, timers throttle spf: first 0, step 50 ms, at most 200 ms. */
class SpfScheduleTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final List<Long> runsMs = new ArrayList<>();
  private final SpfSchedule schedule =
      new SpfSchedule(
          simulation,
          new SpfDelaySpec(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(200)),
          () -> runsMs.add(simulation.now() / 1_000_000));

  private void changeAt(long ms) {
    simulation.schedule(ms * 1_000_000 - simulation.now(), schedule::request);
  }

  @Test
  void aSingleChangeIsComputedAtOnce() {
    changeAt(10);
    changeAt(1000);
    simulation.run(2_000_000_000);
    assertThat(runsMs).containsExactly(10L, 1000L);
  }

  @Test
  void changesThatGoOnAreComputedLessAndLessOften() {
    for (int ms = 0; ms < 1200; ms += 10) {
      changeAt(ms);
    }
    simulation.run(2_000_000_000);
    // The hold time grows by a step with each change within it: 50, 100, 150, 200, 200 ms.
    assertThat(runsMs).startsWith(0L, 50L, 150L, 300L, 500L, 700L, 900L, 1100L);
  }

  @Test
  void afterAQuietTimeItBeginsAnew() {
    changeAt(0);
    changeAt(10);
    changeAt(60);
    changeAt(1000);
    changeAt(1010);
    simulation.run(2_000_000_000);
    assertThat(runsMs).containsExactly(0L, 50L, 150L, 1000L, 1050L);
  }
}
