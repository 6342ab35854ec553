package vdcsim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final Clock clock = new Clock(simulation);
  private final List<Long> expired = new ArrayList<>();
  private final Timer timer = new Timer(clock, () -> expired.add(simulation.now()));

  private void haltedFrom20To50(boolean still) {
    simulation.schedule(20, () -> clock.halt(still));
    simulation.schedule(50, clock::go);
  }

  @Test
  void aClockThatStoodStillIsBehindByThat() {
    haltedFrom20To50(true);
    simulation.run(30);
    assertEquals(20, clock.now());
    assertTrue(clock.isHalted());
    simulation.run(70);
    assertEquals(40, clock.now());
  }

  @Test
  void aTimerExpiresLaterByAsMuchAsItsClockStoodStill() {
    haltedFrom20To50(true);
    timer.start(25);
    simulation.run(1000);
    assertEquals(List.of(55L), expired);
    assertFalse(timer.isRunning());
  }

  @Test
  void soDoesOneThatWouldExpireLongAfterTheSpan() {
    haltedFrom20To50(true);
    timer.start(500);
    simulation.run(1000);
    assertEquals(List.of(530L), expired);
  }

  @Test
  void whereTheClockRanOnItExpiresAtOnceWhenTheMachineGoesOn() {
    haltedFrom20To50(false);
    timer.start(25);
    simulation.run(49);
    assertEquals(49, clock.now());
    assertTrue(timer.isRunning());
    simulation.run(1000);
    assertEquals(List.of(50L), expired);
  }

  @Test
  void aTimerThatIsStoppedOrStartedAnewMeanwhileForgetsTheOldExpiry() {
    haltedFrom20To50(true);
    timer.start(25);
    Timer stopped = new Timer(clock, () -> expired.add(-1L));
    stopped.start(25);
    simulation.schedule(
        30,
        () -> {
          stopped.stop();
          timer.start(100);
        });
    simulation.run(1000);
    assertEquals(List.of(150L), expired);
  }
}
