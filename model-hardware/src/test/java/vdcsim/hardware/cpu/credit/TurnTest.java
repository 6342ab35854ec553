package vdcsim.hardware.cpu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static vdcsim.hardware.cpu.Loads.share;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.hardware.cpu.Loads;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Topology;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

class TurnTest {
  private static final long MS = 1_000_000;

  private final Simulation simulation = new Simulation(1, 0);

  /** Xen, __csched_set_tslice: a tick is a third of a turn, in whole microseconds. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1000, 10, 5",
    "2, 1, 2000, 20, 10",
    "3, 3, 1000, 30, 15",
    "5, 3, 1666, 50, 25",
    "30, 3, 10000, 300, 150",
    "1000, 3, 333333, 10000, 5000"
  })
  void ticksAndCreditFollowFromTheTurn(long ms, long ticks, long tickUs, long credits, long half) {
    Turn turn = new Turn(ms * MS, 0);
    assertThat(turn.ticks()).isEqualTo(ticks);
    assertThat(turn.tickNs()).isEqualTo(tickUs * 1000);
    assertThat(turn.credits()).isEqualTo(credits);
    assertThat(turn.ofCap(50)).isEqualTo(half);
  }

  @ParameterizedTest
  @CsvSource({
    "999999, 0, a turn is",
    "1500000, 0, a turn is",
    "1001000000, 0, a turn is",
    "30000000, 99999, the rate limit lies",
    "1000000000, 500000001, the rate limit lies",
    "1000000, 1000001, the rate limit is no longer"
  })
  void whatXenDoesNotTakeIsRefused(long sliceNs, long limitNs, String why) {
    assertThatThrownBy(() -> new Turn(sliceNs, limitNs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why);
  }

  private Task loop(CreditScheduler scheduler, String name, int weight, int cap) {
    Domain domain = scheduler.domain(name, weight, cap);
    return Loads.loop(simulation, scheduler.vcpu(domain, name, List.of(0)));
  }

  private CreditScheduler scheduler(long ms) {
    CreditScheduler made = new CreditScheduler(simulation, 1, new Turn(ms * MS, MS));
    new Processor(simulation, "h", Topology.flat(1), new Frequency(1_000_000_000), 0, made);
    return made;
  }

  /** Looks ten times a turn which of two runs, and counts how often that changes. */
  private long turns(Task one, long sliceNs) {
    List<Long> ran = new ArrayList<>();
    long every = sliceNs / 10;
    long looks = 3_000 * MS / every;
    for (long i = 1; i <= looks; i++) {
      simulation.run(i * every);
      ran.add(one.ranNs());
    }
    long turns = 0;
    for (int i = 2; i < ran.size(); i++) {
      boolean before = ran.get(i - 1) > ran.get(i - 2);
      turns += before == ran.get(i) > ran.get(i - 1) ? 0 : 1;
    }
    return turns;
  }

  @ParameterizedTest
  @CsvSource({"5", "10", "30"})
  void twoThatAreAlikeTakeTurnsOfThatLength(long ms) {
    CreditScheduler scheduler = scheduler(ms);
    Task one = loop(scheduler, "one", 256, 0);
    loop(scheduler, "other", 256, 0);
    assertThat((double) turns(one, ms * MS)).isCloseTo(3000.0 / ms, withinPercentage(10));
    assertThat(share(one, 3)).isCloseTo(0.5, within(0.01));
  }

  /** One alone is looked at once a turn, and sooner if one waits whose class is better. */
  @ParameterizedTest
  @CsvSource({"5", "30"})
  void aTurnEndsAfterThatTime(long ms) {
    CreditScheduler scheduler = scheduler(ms);
    Task one = loop(scheduler, "one", 256, 0);
    simulation.run(MS / 2);
    CreditQueue queue = scheduler.queues().get(0);
    assertThat(queue.nextDecisionNs(one, simulation.now())).isEqualTo(ms * MS);
    simulation.run(ms * MS - 1);
    assertThat(queue.wantsSwitch(one)).isFalse();
  }

  @Test
  void weightsHoldWithShortTurnsToo() {
    CreditScheduler scheduler = scheduler(10);
    Task heavy = loop(scheduler, "heavy", 512, 0);
    Task light = loop(scheduler, "light", 256, 0);
    simulation.run(30_000 * MS);
    assertThat(share(heavy, 30)).isCloseTo(2 / 3.0, within(0.01));
    assertThat(share(light, 30)).isCloseTo(1 / 3.0, within(0.01));
  }

  @Test
  void aCapHoldsWithShortTurnsToo() {
    Task capped = loop(scheduler(10), "capped", 256, 50);
    simulation.run(30_000 * MS);
    assertThat(share(capped, 30)).isCloseTo(0.5, within(0.01));
  }
}
