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
    assertThat(TWO.exitNs(1_999, false)).isZero();
    assertThat(TWO.exitNs(2_000, false)).isEqualTo(1_000);
    assertThat(TWO.exitNs(300_000, true)).isEqualTo(80_000);
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
    processor.sleep(TWO, 1);
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

  @Test
  void aStateOfTheSocketIsLeftSoonerBesideACoreThatIsAwake() {
    Simulation simulation = new Simulation(1, 0);
    Frequency frequency = new Frequency(1_000_000_000L);
    Processor processor =
        new Processor(simulation, "h", Topology.flat(4), frequency, 0, new RunToCompletion());
    processor.sleep(new IdleStates(List.of(IdleStates.ofSocketUs(20, 10, 2))), 2);
    List<Long> done = new ArrayList<>();
    simulation.schedule(
        100_000,
        () -> {
          for (int cpu : List.of(0, 1, 2)) {
            RunToCompletion.task(processor, "t" + cpu, List.of(cpu))
                .execute(5_000, () -> done.add(simulation.now()));
          }
        });
    simulation.run(1_000_000);
    // 5 us of work each. Processor 1 wakes beside 0, and 2 is the first of the other socket.
    assertThat(done).containsExactly(107_000L, 115_000L, 115_000L);
  }
}
