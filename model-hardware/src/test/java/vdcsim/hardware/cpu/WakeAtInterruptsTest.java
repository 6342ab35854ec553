package vdcsim.hardware.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

/** A thread that ran last on processor 1 is woken by something on processor 0. */
class WakeAtInterruptsTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final Processor processor =
      new Processor(
          simulation,
          "h",
          Topology.flat(2),
          new Frequency(1_000_000_000L),
          0,
          new RunToCompletion());
  private final Task waker = RunToCompletion.task(processor, "waker", List.of(0));
  private final Task other = RunToCompletion.task(processor, "other", List.of(0));
  private final Task thread = RunToCompletion.task(processor, "thread", List.of(1, 0));

  private int wokenOn() {
    thread.execute(1000, () -> {});
    simulation.schedule(5_000, () -> waker.execute(1000, () -> thread.execute(1000, () -> {})));
    simulation.run(6_500);
    return thread.cpu();
  }

  @Test
  void itStaysWhereItWasIfThatIsIdle() {
    waker.handleInterrupts();
    assertThat(wokenOn()).isEqualTo(1);
  }

  @Test
  void itComesToTheInterruptWhereThatIsTheRule() {
    waker.handleInterrupts();
    processor.wakeAtInterrupts();
    assertThat(wokenOn()).isEqualTo(0);
    assertThat(thread.state()).isEqualTo(Task.State.RUNNING);
  }

  @Test
  void itStaysIfATaskWakesIt() {
    processor.wakeAtInterrupts();
    assertThat(wokenOn()).isEqualTo(1);
  }

  @Test
  void itStaysIfTheInterruptsProcessorHasMoreToDo() {
    waker.handleInterrupts();
    processor.wakeAtInterrupts();
    simulation.schedule(5_500, () -> other.execute(9_000, () -> {}));
    assertThat(wokenOn()).isEqualTo(1);
  }
}
