package vdcsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final List<Long> expiries = new ArrayList<>();
  private final Timer timer = new Timer(simulation, () -> expiries.add(simulation.now()));

  @Test
  void expiresOnceAfterItsDelay() {
    timer.start(10);
    simulation.run(4);
    assertThat(timer.isRunning()).isTrue();
    assertThat(timer.remainingNs()).isEqualTo(6);
    simulation.run(100);
    assertThat(expiries).containsExactly(10L);
    assertThat(timer.isRunning()).isFalse();
    assertThat(timer.remainingNs()).isZero();
  }

  @Test
  void startingAnewMovesTheOneExpiry() {
    timer.start(10);
    simulation.run(9);
    timer.start(10);
    assertThat(timer.remainingNs()).isEqualTo(10);
    assertThat(simulation.pending()).isEqualTo(1);
    simulation.run(100);
    assertThat(expiries).containsExactly(19L);
  }

  @Test
  void aStoppedTimerDoesNotExpireAndStartsAgain() {
    timer.stop();
    timer.start(10);
    timer.stop();
    assertThat(timer.isRunning()).isFalse();
    assertThat(timer.remainingNs()).isZero();
    timer.start(30);
    simulation.run(100);
    assertThat(expiries).containsExactly(30L);
  }

  @Test
  void aTimerThatStartsItselfOnExpiryIsPeriodic() {
    Timer[] periodic = new Timer[1];
    periodic[0] =
        new Timer(
            simulation,
            () -> {
              expiries.add(simulation.now());
              assertThat(periodic[0].isRunning()).isFalse();
              periodic[0].start(10);
            });
    periodic[0].start(10);
    simulation.run(35);
    assertThat(expiries).containsExactly(10L, 20L, 30L);
    assertThat(periodic[0].remainingNs()).isEqualTo(5);
  }

  @Test
  void aRefusedDelayLeavesTheTimerAsItWas() {
    timer.start(10);
    assertThatIllegalArgumentException().isThrownBy(() -> timer.start(-1));
    assertThat(timer.remainingNs()).isEqualTo(10);
    simulation.run(100);
    assertThat(expiries).containsExactly(10L);
  }

  @Test
  void stoppingAnExpiredTimerLeavesTheEventAloneThatTookItsSlot() {
    timer.start(10);
    simulation.run(10);
    long other = simulation.schedule(5, () -> {});
    timer.stop();
    assertThat(simulation.isPending(other)).isTrue();
  }
}
