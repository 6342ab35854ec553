package vdcsim.hardware.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

class IdleStatesTest {
  private static final IdleStates TWO =
      new IdleStates(List.of(IdleStates.us(2, 1), IdleStates.us(211, 80)));

  @Test
  void theLongerTheSleepTheLongerTheWaking() {
    assertThat(TWO.exitNs(1_999)).isZero();
    assertThat(TWO.exitNs(2_000)).isEqualTo(1_000);
    assertThat(TWO.exitNs(300_000)).isEqualTo(80_000);
  }

  @Test
  void aTaskThatWakesASleepingProcessorWaitsForIt() {
    Simulation simulation = new Simulation(1, 0);
    Processor processor =
        new Processor(
            simulation,
            "h",
            Topology.flat(1),
            new Frequency(1_000_000_000L),
            0,
            new RunToCompletion());
    processor.sleep(TWO);
    Task task = RunToCompletion.task(processor, "t", List.of(0));
    List<Long> done = new ArrayList<>();
    for (long at : List.of(300_000L, 400_000L)) {
      simulation.schedule(at, () -> task.execute(5_000, () -> done.add(simulation.now())));
    }
    simulation.run(1_000_000);
    // 300 us asleep: 80 us to wake, 5 us of work. Then 15 us asleep: 1 us to wake.
    assertThat(done).containsExactly(385_000L, 406_000L);
    assertThat(processor.busyNs(0)).isEqualTo(10_000);
  }
}
