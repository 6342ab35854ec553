package vdcsim.kernel.fluid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.Simulation;

class SharingTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Offset<Double> EXACT = within(1e-9);

  private final Simulation simulation = new Simulation(1, 0);
  private final Sharing sharing = new Sharing(simulation);
  private final List<String> ends = new ArrayList<>();

  private Flow flow(String name, long amount, double weight, double cap, Resource... over) {
    return sharing.begin(
        sharing.demand(List.of(over)),
        amount,
        weight,
        cap,
        flow -> ends.add(name + " " + simulation.now()));
  }

  private Flow flow(String name, long amount, Resource... over) {
    return flow(name, amount, 1, Double.POSITIVE_INFINITY, over);
  }

  private void settle() {
    simulation.run(simulation.now());
  }

  @Test
  void oneFlowGetsTheWholeResourceAndEndsWhenItsWorkIsDone() {
    flow("a", 500, sharing.resource("link", 1000));

    simulation.run(10 * SECOND);

    assertThat(ends).containsExactly("a 500000000");
  }

  /** Bertsekas, Gallager, 6.5.2: a chain with one long flow. */
  @Test
  void aLongFlowIsHeldBackByItsFullestResource() {
    Resource wide = sharing.resource("wide", 10);
    Resource narrow = sharing.resource("narrow", 6);
    Flow through = flow("through", Flow.ENDLESS, wide, narrow);
    Flow first = flow("first", Flow.ENDLESS, wide);
    Flow second = flow("second", Flow.ENDLESS, narrow);
    Flow third = flow("third", Flow.ENDLESS, narrow);

    settle();

    assertThat(List.of(through.rate(), second.rate(), third.rate())).containsOnly(2.0);
    assertThat(first.rate()).isEqualTo(8);
    assertThat(wide.load()).isEqualTo(10);
    assertThat(narrow.load()).isEqualTo(6);
  }

  @Test
  void weightsDivideWhatIsFullAndCapsLeaveTheRestToOthers() {
    Resource link = sharing.resource("link", 12);
    Flow one = flow("one", Flow.ENDLESS, link);
    Flow two = flow("two", Flow.ENDLESS, 2, Double.POSITIVE_INFINITY, link);
    settle();
    assertThat(one.rate()).isCloseTo(4, EXACT);
    assertThat(two.rate()).isCloseTo(8, EXACT);

    Flow capped = flow("capped", Flow.ENDLESS, 3, 3, link);
    settle();

    assertThat(capped.rate()).isCloseTo(3, EXACT);
    assertThat(one.rate()).isCloseTo(3, EXACT);
    assertThat(two.rate()).isCloseTo(6, EXACT);
  }

  @Test
  void aFlowThatCostsMoreOfAResourceGetsLessForIt() {
    Resource link = sharing.resource("link", 30);
    Demand dear = sharing.demand(List.of(link), new double[] {2});
    Flow plain = flow("plain", Flow.ENDLESS, link);
    Flow costly = sharing.begin(dear, Flow.ENDLESS, 1, f -> {});

    settle();

    assertThat(plain.rate()).isCloseTo(10, EXACT);
    assertThat(costly.rate()).isCloseTo(10, EXACT);
  }

  /**
   * Works 1, 2, ... 5 over a resource of 1: the k-th ends when all have done k, and those before it
   * their own: (5 + 4 + ... ) seconds.
   */
  @Test
  void flowsOverOneResourceEndAsTheClosedFormHasIt() {
    Resource link = sharing.resource("link", 1);
    for (int i = 1; i <= 5; i++) {
      flow("f" + i, i, link);
    }

    simulation.run(100 * SECOND);

    assertThat(ends)
        .containsExactly(
            "f1 " + 5 * SECOND,
            "f2 " + 9 * SECOND,
            "f3 " + 12 * SECOND,
            "f4 " + 14 * SECOND,
            "f5 " + 15 * SECOND);
  }

  /**
   * 1000 works of k bytes at 7 bytes a nanosecond and a bit: no completion is off by a nanosecond.
   */
  @Test
  void roundingToNanosecondsDoesNotAddUp() {
    int n = 1000;
    double capacity = 7.3e9;
    Resource link = sharing.resource("link", capacity);
    for (int k = 1; k <= n; k++) {
      flow("", 10L * k, link);
    }

    simulation.run(SECOND);

    assertThat(ends).hasSize(n);
    double work = 0;
    for (int k = 1; k <= n; k++) {
      work += 10.0 * (n - k + 1);
      double exactNs = work / capacity * 1e9;
      long endNs = Long.parseLong(ends.get(k - 1).strip());
      assertThat((double) endNs).isBetween(exactNs - 1e-6, exactNs + 1 + 1e-6);
    }
  }

  @Test
  void aChangeOfCapacityCountsFromItsInstantOn() {
    Resource link = sharing.resource("link", 10);
    Flow flow = flow("a", 30, link);
    simulation.schedule(SECOND, () -> link.change(0));
    simulation.schedule(5 * SECOND, () -> link.change(20));

    simulation.run(3 * SECOND);
    assertThat(flow.left()).isCloseTo(20, EXACT);
    assertThat(flow.rate()).isZero();
    simulation.run(10 * SECOND);

    assertThat(ends).containsExactly("a " + 6 * SECOND);
  }

  @Test
  void aFlowThatIsHaltedKeepsWhatItHasDoneAndGoesOnElsewhere() {
    Resource first = sharing.resource("first", 10);
    Resource second = sharing.resource("second", 5);
    Flow flow = flow("a", 30, first);
    flow("b", 40, first);
    simulation.schedule(2 * SECOND, flow::halt);
    simulation.schedule(4 * SECOND, () -> flow.lead(sharing.demand(List.of(second))));

    simulation.run(20 * SECOND);

    assertThat(ends).containsExactly("b " + 5 * SECOND, "a " + 8 * SECOND);
  }

  @Test
  void aChangeOfWeightOrCapKeepsTheWorkDone() {
    Resource link = sharing.resource("link", 10);
    Flow flow = flow("a", 20, link);
    flow("b", 40, link);
    simulation.schedule(2 * SECOND, () -> flow.change(4, Double.POSITIVE_INFINITY));
    simulation.schedule(3 * SECOND, () -> flow.change(4, 1));

    simulation.run(20 * SECOND);

    // a: 10 in 2 s, 8 in 1 s, 2 in 2 s; b: 10, 2, then 9 a second.
    assertThat(ends).containsExactly("a 5000000000", "b 6000000000");
  }

  @Test
  void whatEndsCanBeginAgainAtOnce() {
    Resource link = sharing.resource("link", 10);
    Demand demand = sharing.demand(List.of(link));
    sharing.begin(demand, 10, 1, first -> flow("next", 10, link));

    simulation.run(20 * SECOND);

    assertThat(ends).containsExactly("next " + 2 * SECOND);
  }

  @Test
  void aFlowThatIsGivenUpLeavesItsShareToOthers() {
    Resource link = sharing.resource("link", 10);
    Flow flow = flow("a", 100, link);
    flow("b", 15, link);
    simulation.schedule(SECOND, flow::giveUp);

    simulation.run(20 * SECOND);

    assertThat(ends).containsExactly("b " + 2 * SECOND);
    assertThat(flow.isRunning()).isFalse();
  }

  @Test
  void aResourceTellsItsLoad() {
    List<Double> loads = new ArrayList<>();
    Resource link = sharing.resource("link", 10);
    link.onLoad(loads::add);
    flow("a", 10, 1, 4, link);
    flow("b", 30, link);

    simulation.run(20 * SECOND);

    assertThat(loads).containsExactly(10.0, 0.0);
  }

  @Test
  void onlyTheComponentOfAChangeIsSolvedAnew() {
    Resource here = sharing.resource("here", 10);
    Resource there = sharing.resource("there", 10);
    Flow far = flow("far", 100, there);
    flow("near", 10, here);

    simulation.run(20 * SECOND);

    assertThat(far.hasEnded()).isTrue();
    assertThat(ends).containsExactly("near 1000000000", "far 10000000000");
    assertThat(sharing.solutions()).isEqualTo(3);
  }

  @Test
  void whatCannotBeIsRefused() {
    Resource link = sharing.resource("link", 10);
    Demand demand = sharing.demand(List.of(link));
    assertThatThrownBy(() -> sharing.begin(demand, 1, 0, f -> {})).hasMessageContaining("was 0.0");
    assertThatThrownBy(() -> sharing.begin(demand, 1, 1, 0, f -> {}))
        .hasMessageContaining("cap must be more than zero");
    assertThatThrownBy(() -> sharing.begin(sharing.demand(List.of()), 1, 1, f -> {}))
        .hasMessageContaining("needs a cap");
    assertThatThrownBy(() -> sharing.demand(List.of(link, link)))
        .hasMessageContaining("needed twice");
    assertThatThrownBy(() -> link.change(-1)).hasMessageContaining("was -1.0");
  }
}
