package vdcsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  private final Simulation simulation = new Simulation(42, 0);
  private final List<String> log = new ArrayList<>();
  private final EventHandler logger =
      (kind, argument, reference) -> log.add(simulation.now() + ":" + kind + ":" + argument);

  @Test
  void eventsRunByTimeThenPriorityThenInsertion() {
    at(20, 0, 1);
    at(10, 0, 2);
    at(10, 127, 3);
    at(10, -128, 4);
    at(10, 0, 5);
    simulation.run(100);
    assertThat(log).containsExactly("10:4:0", "10:2:0", "10:5:0", "10:3:0", "20:1:0");
  }

  @Test
  void runStopsAtItsEndIncludedAndGoesOnFromThere() {
    at(10, 0, 1);
    at(11, 0, 2);
    simulation.run(10);
    assertThat(log).containsExactly("10:1:0");
    assertThat(simulation.now()).isEqualTo(10);
    assertThat(simulation.pending()).isEqualTo(1);
    simulation.run(50);
    assertThat(simulation.now()).isEqualTo(50);
    assertThat(simulation.events()).isEqualTo(2);
    simulation.run(40);
    assertThat(simulation.now()).isEqualTo(50);
  }

  @Test
  void anEventAtThePresentInstantRunsAfterThoseThatWaitForIt() {
    simulation.schedule(
        10,
        () -> {
          log.add("first");
          simulation.schedule(0, () -> log.add("third"));
        });
    simulation.schedule(10, () -> log.add("second"));
    simulation.run(10);
    assertThat(log).containsExactly("first", "second", "third");
  }

  @Test
  void anEventScheduledBeforeAFarOneThatWasLookedAtRunsFirst() {
    at(1_000_000, 0, 1);
    simulation.run(10);
    at(5, 0, 2);
    simulation.run(2_000_000);
    assertThat(log).containsExactly("15:2:0", "1000000:1:0");
  }

  @Test
  void aCancelledEventDoesNotRunAndIsCancelledOnce() {
    long handle = at(10, 0, 1);
    assertThat(simulation.isPending(handle)).isTrue();
    assertThat(simulation.cancel(handle)).isTrue();
    assertThat(simulation.cancel(handle)).isFalse();
    assertThat(simulation.isPending(handle)).isFalse();
    simulation.run(100);
    assertThat(log).isEmpty();
  }

  @Test
  void aRescheduledEventQueuesBehindItsNewEquals() {
    long handle = at(10, 0, 1);
    at(30, 0, 2);
    assertThat(simulation.reschedule(handle, 30)).isTrue();
    at(30, 0, 3);
    simulation.run(100);
    assertThat(log).containsExactly("30:2:0", "30:1:0", "30:3:0");
  }

  @Test
  void reschedulingKeepsThePriority() {
    long urgent = at(10, -1, 1);
    at(30, 0, 2);
    simulation.reschedule(urgent, 30);
    simulation.run(100);
    assertThat(log).containsExactly("30:1:0", "30:2:0");
  }

  @Test
  void aStaleHandleTouchesNotTheEventThatReusesItsSlot() {
    long stale = at(10, 0, 1);
    simulation.cancel(stale);
    long fresh = at(20, 0, 2);
    assertThat((int) fresh).as("the slot").isEqualTo((int) stale);
    assertThat(simulation.isPending(stale)).isFalse();
    assertThat(simulation.cancel(stale)).isFalse();
    assertThat(simulation.reschedule(stale, 5)).isFalse();
    simulation.run(100);
    assertThat(log).containsExactly("20:2:0");
  }

  @Test
  void anEventThatRunsIsNoLongerPending() {
    long[] handle = new long[1];
    handle[0] = simulation.schedule(10, () -> log.add("" + simulation.reschedule(handle[0], 5)));
    simulation.run(100);
    assertThat(log).containsExactly("false");
  }

  @ParameterizedTest
  @ValueSource(longs = {Simulation.NO_EVENT, -1, 7, Long.MAX_VALUE, Long.MIN_VALUE})
  void aHandleThatWasNeverGivenOutIsNotPending(long handle) {
    at(10, 0, 1);
    assertThat(simulation.isPending(handle)).isFalse();
    assertThat(simulation.cancel(handle)).isFalse();
    assertThat(simulation.reschedule(handle, 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-129, 128, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void aPriorityOutOfAByteIsRefused(int priority) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> at(10, priority, 1))
        .withMessage("a priority must lie between -128 and 127, was " + priority);
    assertThat(simulation.pending()).isZero();
  }

  @Test
  void aDelayBeforeNowOrPastTheEndOfTimeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> at(-1, 0, 1))
        .withMessage("a delay must lie between 0 and the end of time, was -1 ns");
    long last = at(Long.MAX_VALUE, 0, 1);
    simulation.run(1);
    assertThatIllegalArgumentException().isThrownBy(() -> at(Long.MAX_VALUE, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulation.reschedule(last, Long.MAX_VALUE));
    simulation.run(Long.MAX_VALUE);
    assertThat(log).containsExactly(Long.MAX_VALUE + ":1:0");
  }

  @Test
  void nothingToRunIsRefused() {
    assertThatNullPointerException().isThrownBy(() -> simulation.schedule(1, null));
    assertThatNullPointerException()
        .isThrownBy(() -> simulation.schedule(1, null, 0, 0, Simulation.NO_REFERENCE));
  }

  @Test
  void stopEndsTheRunAtThePresentEvent() {
    simulation.schedule(10, simulation::stop);
    at(10, 0, 1);
    simulation.run(100);
    assertThat(simulation.now()).isEqualTo(10);
    assertThat(log).isEmpty();
    simulation.run(100);
    assertThat(log).containsExactly("10:1:0");
  }

  @Test
  void aRunInPiecesIsTheSameRun() {
    Simulation whole = threeEvents();
    whole.run(100);
    Simulation pieces = threeEvents();
    assertThat(pieces.run(100, 2)).isFalse();
    assertThat(pieces.now()).isEqualTo(11);
    assertThat(pieces.run(100, 2)).isTrue();
    assertThat(pieces.now()).isEqualTo(100);
    assertThat(pieces.digest()).isEqualTo(whole.digest());
  }

  private static Simulation threeEvents() {
    Simulation simulation = new Simulation(1, 0);
    for (int delayNs = 10; delayNs < 13; delayNs++) {
      simulation.schedule(delayNs, () -> {});
    }
    return simulation;
  }

  @Test
  void anEventCannotRunItsOwnSimulation() {
    simulation.schedule(1, () -> simulation.run(5));
    assertThatThrownBy(() -> simulation.run(10))
        .hasMessage("an event cannot run the simulation that it is part of");
    simulation.run(10);
    assertThat(simulation.now()).isEqualTo(10);
  }

  @Test
  void equalRunsHaveEqualDigests() {
    assertThat(digest(10, 0, 1, 2)).isEqualTo(digest(10, 0, 1, 2));
  }

  @Test
  void anotherTimePriorityKindOrOrderGivesAnotherDigest() {
    assertThat(
            List.of(
                digest(10, 0, 1, 2),
                digest(11, 0, 1, 2),
                digest(10, 1, 1, 2),
                digest(10, 0, 1, 3),
                digest(10, 0, 2, 1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theDigestOfTwoEventsIsPinned() {
    assertThat(digest(10, 0, 1, 2)).isEqualTo(4731704597800616813L);
  }

  private static long digest(long delayNs, int priority, int... kinds) {
    Simulation simulation = new Simulation(1, 0);
    for (int kind : kinds) {
      simulation.schedule(
          delayNs, priority, (k, argument, reference) -> {}, kind, 0, Simulation.NO_REFERENCE);
    }
    simulation.run(100);
    return simulation.digest();
  }

  @Test
  void observersSeeEveryEventBeforeItRuns() {
    simulation.schedule(5, -3, logger, 7, 70, Simulation.NO_REFERENCE);
    simulation.observe(
        (time, priority, handler, kind, argument, reference) ->
            log.add("first " + time + " " + priority + " " + kind + " " + argument));
    simulation.observe((time, priority, handler, kind, argument, reference) -> log.add("second"));
    simulation.run(10);
    assertThat(log).containsExactly("first 5 -3 7 70", "second", "5:7:70");
  }

  @Test
  void observingChangesNoDigest() {
    Simulation observed = new Simulation(1, 0);
    observed.observe((time, priority, handler, kind, argument, reference) -> {});
    for (int kind : new int[] {1, 2}) {
      observed.schedule(10, (k, argument, reference) -> {}, kind, 0, Simulation.NO_REFERENCE);
    }
    observed.run(100);
    assertThat(observed.digest()).isEqualTo(digest(10, 0, 1, 2));
  }

  private long at(long delayNs, int priority, int kind) {
    return simulation.schedule(delayNs, priority, logger, kind, 0, Simulation.NO_REFERENCE);
  }
}
