package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Half duplex at 10 Mb/s: a bit takes 100 ns, a frame of 64 bytes with its preamble 57.6 us. */
class CsmaCdTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aLoneFrameTakesItsTimeAndTheCables() {
    Star star = new Star(new Bench(), 1_000, 2_000);
    star.sendAt(0, 0, 64);
    star.bench.simulation.run(SECOND);
    assertThat(star.bench.arrivalTimes()).containsExactly(60_600L);
    assertThat(star.bench.count("a.eth0.sent")).isEqualTo(1);
    assertThat(star.bench.count("a.eth0.collisions")).isZero();
    assertThat(star.bench.figure("a.eth0.access-delay", "mean")).isZero();
  }

  @Test
  void everyOtherStationHearsAFrameOnce() {
    Star star = new Star(new Bench(), 0, 0, 5_000, 7_000);
    star.sendAt(0, 0, 64);
    star.bench.simulation.run(SECOND);
    assertThat(star.bench.arrivals)
        .extracting(Bench.Arrival::port, Bench.Arrival::atNs)
        .containsExactly(
            tuple("b.eth0", 57_600L), tuple("c.eth0", 62_600L), tuple("d.eth0", 64_600L));
  }

  @Test
  void theNextFrameWaitsForTheGap() {
    Star star = new Star(new Bench(), 1_000, 0);
    star.sendAt(0, 0, 64);
    star.sendAt(0, 0, 64);
    star.bench.simulation.run(SECOND);
    // 57.6 us, 9.6 us of gap, 57.6 us; 1 us of cable.
    assertThat(star.bench.arrivalTimes()).containsExactly(58_600L, 125_800L);
    assertThat(star.bench.count("a.eth0.deferred")).isZero();
  }

  @Test
  void aStationThatSensesASignalDefersForItAndTheGap() {
    Star star = new Star(new Bench(), 0, 1_000);
    star.sendAt(0, 0, 64);
    star.sendAt(30_000, 1, 64);
    star.bench.simulation.run(SECOND);
    // b hears silence from 58.6 us, sends from 68.2 us, done at 125.8 us, heard 1 us later.
    assertThat(star.bench.arrivalTimes()).containsExactly(58_600L, 126_800L);
    assertThat(star.bench.count("b.eth0.deferred")).isEqualTo(1);
    assertThat(star.bench.figure("b.eth0.access-delay", "mean")).isEqualTo(38_200);
    assertThat(star.bench.count("hub.collisions")).isZero();
  }

  @Test
  void twoThatBeginTogetherCollideAndTheShorterBackOffGoesFirst() {
    Star star = Star.drawing(0, 1, 500, 500);
    star.sendAt(0, 0, 64);
    star.sendAt(0, 1, 64);
    star.bench.simulation.run(9_599);
    assertThat(star.bench.count("a.eth0.collisions")).isEqualTo(1);
    assertThat(star.bench.count("b.eth0.collisions")).isEqualTo(1);
    star.bench.simulation.run(SECOND);
    // Noticed at 1 us; preamble to 6.4 us and jam to 9.6 us; silence from 10.6 us, gap to 20.2 us.
    // a, without a slot to wait, goes then: heard whole at 20.2 + 57.6 + 1 = 78.8 us.
    // b would go at 9.6 + 51.2 = 60.8 us, but defers to 78.8 + 9.6 = 88.4 us: heard at 147 us.
    assertThat(star.bench.arrivals)
        .extracting(Bench.Arrival::port, Bench.Arrival::atNs)
        .containsExactly(tuple("b.eth0", 78_800L), tuple("a.eth0", 147_000L));
    assertThat(star.bench.count("hub.collisions")).isEqualTo(1);
    assertThat(star.bench.figure("a.eth0.attempts", "mean")).isEqualTo(2);
    assertThat(star.bench.figure("a.eth0.access-delay", "mean")).isEqualTo(20_200);
    assertThat(star.bench.count("a.eth0.damaged") + star.bench.count("a.eth0.runts")).isZero();
  }

  @Test
  void twoThatDrawTheSameSlotCollideAgain() {
    Star star = Star.drawing(1, 1, 500, 500);
    star.sendAt(0, 0, 64);
    star.sendAt(0, 1, 64);
    // Both go again 51.2 us after their jam, at 60.8 us, and notice it 1 us later.
    star.bench.simulation.run(61_799);
    assertThat(star.bench.count("a.eth0.collisions")).isEqualTo(1);
    star.bench.simulation.run(61_800);
    assertThat(star.bench.count("a.eth0.collisions")).isEqualTo(2);
    star.bench.simulation.run(SECOND);
    assertThat(star.bench.arrivals).hasSize(2);
  }

  @Test
  void aStationThatBeganJustBeforeTheSignalCameJamsAtOnce() {
    // 20 us from a to b; c sits at the hub, in the middle.
    Star star = Star.drawing(0, 1, 10_000, 10_000, 0);
    star.sendAt(0, 0, 64);
    star.sendAt(19_000, 1, 64);
    // b notices at 20 us, sends preamble and jam until 28.6 us; a notices at 39 us, jams to 42.2.
    star.bench.simulation.run(38_999);
    assertThat(star.bench.count("a.eth0.collisions")).isZero();
    star.bench.simulation.run(53_000);
    assertThat(star.bench.count("a.eth0.collisions")).isEqualTo(1);
    assertThat(star.bench.count("b.eth0.collisions")).isEqualTo(1);
    assertThat(star.bench.count("a.eth0.late-collisions")).isZero();
    // c hears one fragment from 10 to 52.2 us: 422 bits, less than preamble and 64 bytes.
    assertThat(star.bench.count("c.eth0.runts")).isEqualTo(1);
    star.bench.simulation.run(SECOND);
    assertThat(star.bench.arrivals).hasSize(4);
  }

  @Test
  void onACableThatIsTooLongCollisionsAreLate() {
    // 30 us each way: 600 bits there and back, more than the slot of 512.
    Star star = new Star(new Bench(), 15_000, 15_000);
    star.sendAt(0, 0, 1518);
    star.sendAt(29_999, 1, 1518);
    star.bench.simulation.run(59_999);
    assertThat(star.bench.count("a.eth0.late-collisions")).isEqualTo(1);
    assertThat(star.bench.count("b.eth0.late-collisions")).isZero();
    star.bench.simulation.run(SECOND);
    // A late collision is tried again as any other.
    assertThat(star.bench.arrivals).hasSize(2);
  }

  @Test
  void onACableThatIsTooLongAShortFrameIsLostUnnoticed() {
    Star star = new Star(new Bench(), 15_000, 15_000, 15_000);
    star.sendAt(0, 0, 64);
    star.sendAt(29_999, 1, 64);
    star.bench.simulation.run(SECOND);
    // a is done at 57.6 us and hears b at 59.999 us: for a, all went well.
    assertThat(star.bench.count("a.eth0.sent")).isEqualTo(1);
    assertThat(star.bench.count("a.eth0.collisions")).isZero();
    assertThat(star.bench.count("b.eth0.collisions")).isEqualTo(1);
    assertThat(star.bench.arrivals)
        .extracting(x -> x.frame().source())
        .hasSize(2)
        .containsOnly(star.station(1).address());
    // c heard 30 to 87.6 us of both, all of it overlapped or broken off.
    assertThat(star.bench.count("c.eth0.damaged")).isEqualTo(1);
  }

  @Test
  void aFrameIsGivenUpAfter16Attempts() {
    // j cannot hear, so it sends on; every attempt of a meets it.
    Star star = new Star(new Bench(), 1_000);
    SharedCable deaf = star.add(1_000);
    deaf.failTowards("b.eth0");
    star.saturate(1000);
    star.bench.simulation.run(3 * SECOND);
    assertThat(star.bench.count("a.eth0.dropped-excessive-collisions")).isPositive();
    long attempts = star.bench.count("a.eth0.collisions");
    long dropped = star.bench.count("a.eth0.dropped-excessive-collisions");
    assertThat(attempts / 16).isEqualTo(dropped);
    assertThat(star.bench.figure("a.eth0.attempts", "max")).isEqualTo(16);
    assertThat(star.bench.figure("a.eth0.attempts", "min")).isEqualTo(16);
    assertThat(star.bench.count("a.eth0.sent")).isZero();
    assertThat(star.bench.count("b.eth0.collisions")).isZero();
  }

  @Test
  void aSignalInTheFirstTwoThirdsOfTheGapStartsItAnew() {
    // The gap of c runs from 57.6 to 67.2 us; b, whose turn it is not yet, jumps in at 63.9 us.
    assertThat(secondBeginsAt(63_900)).isEqualTo(63_900 + 57_600 + 9_600);
  }

  @Test
  void aSignalInTheLastThirdOfTheGapDoesNotHoldAWaitingFrameBack() {
    assertThat(secondBeginsAt(64_100)).isEqualTo(67_200);
  }

  @Test
  void aStationThatSentLastIsNotHeldBackByASignalInItsGap() {
    // The gap of a runs from 57.6 to 67.2 us; b, which hears nobody, jumps in at 60 us.
    Star star = new Star(new Bench(), 0);
    star.add(0).failTowards("b.eth0");
    star.sendAt(0, 0, 64);
    star.sendAt(0, 0, 64);
    star.sendAt(60_000, 1, 64);
    star.bench.simulation.run(67_199);
    assertThat(star.bench.count("a.eth0.collisions")).isZero();
    star.bench.simulation.run(67_200);
    assertThat(star.bench.count("a.eth0.collisions")).isEqualTo(1);
  }

  @Test
  void aStationDoesNotSenseASignalThatArrivesAtTheInstantAtWhichItBegins() {
    Star star = new Star(new Bench(), 0, 0);
    star.sendAt(1_000, 0, 64);
    star.sendAt(1_000, 1, 64);
    star.sendAt(1_000, 1, 64);
    star.bench.simulation.run(1_000);
    assertThat(star.bench.count("a.eth0.collisions")).isEqualTo(1);
    assertThat(star.bench.count("b.eth0.collisions")).isEqualTo(1);
    assertThat(star.bench.count("b.eth0.deferred")).isZero();
  }

  @Test
  void stationsWithoutDistanceThatWaitedForTheSameFrameCollide() {
    Star star = new Star(new Bench(), 0, 0, 0);
    star.sendAt(0, 0, 64);
    star.sendAt(10_000, 1, 64);
    star.sendAt(20_000, 2, 64);
    star.bench.simulation.run(67_200);
    assertThat(star.bench.count("b.eth0.collisions")).isEqualTo(1);
    assertThat(star.bench.count("c.eth0.collisions")).isEqualTo(1);
    assertThat(star.bench.count("hub.collisions")).isEqualTo(1);
  }

  /** When c first begins, if b's signal comes at this instant after a frame of a. */
  private static long secondBeginsAt(long jumpNs) {
    // b does not hear a, so it knows of no gap.
    Star star = new Star(new Bench(), 0);
    star.add(0).failTowards("b.eth0");
    star.add(0);
    star.sendAt(0, 0, 64);
    star.sendAt(30_000, 2, 64);
    star.sendAt(jumpNs, 1, 64);
    long at = jumpNs;
    while (star.bench.figure("c.eth0.attempts", "count") == 0
        && star.bench.count("c.eth0.collisions") == 0) {
      star.bench.simulation.run(at += 100);
    }
    boolean collided = star.bench.count("c.eth0.collisions") > 0;
    return collided ? at - at % 100 : at - 57_600;
  }

  @Test
  void stationsOfTwoHubsShareOneMedium() {
    Bench bench = new Bench();
    Segment left = Segment.hub(bench.simulation, "left", 10_000_000, 0);
    Segment right = Segment.hub(bench.simulation, "right", 10_000_000, 460);
    EthernetPort a = bench.port("a.eth0");
    EthernetPort b = bench.port("b.eth0");
    left.connect(bench.simulation, "a -- left", a, 100, OptionalDouble.empty());
    right.connect(bench.simulation, "b -- right", b, 200, OptionalDouble.empty());
    left.connect("left -- right", right, 1_000, OptionalDouble.empty());
    bench.sendAt(0, a, 64);
    bench.simulation.run(SECOND);
    // 57.6 us and 100 + 1000 + 460 + 200 ns.
    assertThat(bench.arrivalTimes()).containsExactly(59_360L);
    assertThat(bench.count("left.frames")).isEqualTo(1);
    assertThat(bench.count("right.frames")).isEqualTo(1);
  }

  @Test
  void aHalfDuplexLinkCarriesOneWayAtATime() {
    Bench bench = new Bench();
    EthernetPort a = bench.port("a.eth0");
    EthernetPort b = bench.port("b.eth0");
    new HalfDuplexLink(bench.simulation, "a -- b", a, b, 10_000_000, 1_000);
    bench.sendAt(0, a, 64);
    bench.sendAt(2_000, b, 64);
    bench.simulation.run(SECOND);
    assertThat(bench.arrivalTimes()).isEqualTo(List.of(58_600L, 126_800L));
  }

  @Test
  void theMediumCountsWhatItCarried() {
    Star star = new Star(new Bench(), 0, 0, 0);
    star.sendAt(0, 0, 105);
    star.sendAt(0, 1, 105);
    star.bench.simulation.run(100_000_000);
    assertThat(star.bench.count("hub.frames")).isEqualTo(2);
    // Twice 125 bytes of 800 ns in 100 ms; twice 105 bytes in 0.1 s.
    assertThat(star.bench.figure("hub.utilisation", "value")).isEqualTo(0.002);
    assertThat(star.bench.figure("hub.throughput", "value")).isEqualTo(16_800);
  }
}
