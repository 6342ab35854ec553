package vdcsim.hypervisor.dirty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.random.RandomStreams;

class DirtyPagesTest {
  private static final long PAGE_BITS = 8L * 4096;

  /** A working set of 10 000 pages with 10 000 writes a second. */
  private static DirtySpec spec(Pattern pattern, boolean exact) {
    return spec(pattern, exact, Optional.of(new DataRate(10_000 * PAGE_BITS)), List.of());
  }

  private static DirtySpec spec(
      Pattern pattern, boolean exact, Optional<DataRate> rate, List<DataRate> trace) {
    return new DirtySpec(
        rate,
        trace,
        new DataSize(10_000 * 4096L),
        pattern,
        new Ratio(0.1),
        new Ratio(0.9),
        1,
        new DataSize(8),
        Drive.RUNNING,
        exact);
  }

  /** A memory of 20 000 pages, 2 000 of them zeros. */
  private static DirtyPages pages(DirtySpec spec) {
    Memory memory = new Memory(20_000, 2_000, Optional.of(spec));
    DirtyPages pages =
        DirtyPages.of(
            memory, WireCost.QEMU, Optional.empty(), new RandomStreams(1, 0).stream("test"));
    pages.fill();
    return pages;
  }

  private static void sendAll(DirtyPages pages) {
    pages.send(pages.cost());
  }

  @Test
  void uniformWritesMeetPagesAgain() {
    DirtyPages pages = pages(spec(Pattern.UNIFORM, false));
    pages.run(1);
    assertThat(pages.logged()).isCloseTo(10_000 * (1 - 1 / Math.E), within(1e-6));
  }

  @Test
  void aSweepMeetsEachPageOnceAndNoMoreThanThereAre() {
    for (boolean exact : new boolean[] {false, true}) {
      DirtyPages pages = pages(spec(Pattern.SEQUENTIAL, exact));
      pages.run(0.25);
      assertThat(pages.logged()).isEqualTo(2_500);
      pages.run(0.25);
      assertThat(pages.logged()).isEqualTo(5_000);
      pages.run(7);
      assertThat(pages.logged()).isEqualTo(10_000);
    }
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void expectationAndBitsAgree(Pattern pattern) {
    DirtyPages expected = pages(spec(pattern, false));
    DirtyPages exact = pages(spec(pattern, true));
    sendAll(expected);
    sendAll(exact);
    for (double seconds : new double[] {0.1, 0.4, 2, 0.05}) {
      for (DirtyPages pages : List.of(expected, exact)) {
        pages.send(pages.cost() * 0.75);
        pages.run(seconds);
      }
      assertThat(exact.logged()).isCloseTo(expected.logged(), Percentage.withPercentage(6));
      expected.synchronize();
      exact.synchronize();
      assertThat(exact.waiting()).isCloseTo(expected.waiting(), Percentage.withPercentage(6));
      assertThat(exact.missing()).isCloseTo(expected.missing(), within(0.06));
    }
  }

  /** Whole rounds in batches, before each of which a twentieth of a second of writes comes. */
  @ParameterizedTest
  @EnumSource(Pattern.class)
  void aRoundLeavesOutAsManyPagesOneByOneAsExpected(Pattern pattern) {
    DirtyPages expected = pages(spec(pattern, false));
    DirtyPages exact = pages(spec(pattern, true));
    for (int round = 0; round < 3; round++) {
      for (DirtyPages pages : List.of(expected, exact)) {
        for (int batch = 0; batch < 20; batch++) {
          pages.run(0.05);
          pages.sendFresh(1024);
        }
        assertThat(pages.waiting()).isZero();
      }
      assertThat(exact.leftOut())
          .isCloseTo(expected.leftOut(), within(0.05 * expected.leftOut() + 40));
      assertThat(exact.sentNormal()).isCloseTo(expected.sentNormal(), within(250.0));
      assertThat(exact.logged()).isCloseTo(expected.logged(), within(250.0));
      expected.synchronize();
      exact.synchronize();
    }
    assertThat(expected.leftOut()).isGreaterThan(100);
  }

  @Test
  void whatIsWrittenAgainBeforeItsTurnWaitsForTheNextRound() {
    for (boolean exact : new boolean[] {false, true}) {
      DirtyPages pages = pages(spec(Pattern.SEQUENTIAL, exact));
      pages.run(0.4);
      // 4 000 of the 20 000 pages have been written: of zeros and others the rest goes.
      pages.sendFresh(100_000);
      assertThat(pages.leftOut()).isEqualTo(4_000);
      assertThat(pages.sentNormal()).isEqualTo(14_000);
      assertThat(pages.sentZero()).isEqualTo(2_000);
      assertThat(pages.waiting()).isZero();
      assertThat(pages.logged()).isEqualTo(4_000);
      pages.synchronize();
      pages.run(0.5);
      // The sweep goes on behind those that wait: 5 000 others.
      assertThat(pages.sendFresh(100_000)).isEqualTo(4_000 * 4104.0);
      pages.synchronize();
      // 5 000 wait, and the sweep's next 6 000 meet the first thousand of them.
      pages.run(0.6);
      pages.sendFresh(100_000);
      assertThat(pages.leftOut()).isEqualTo(5_000);
    }
  }

  @Test
  void leftoverAndNewPagesMergeAsSets() {
    DirtyPages pages = pages(spec(Pattern.UNIFORM, false));
    sendAll(pages);
    pages.run(1);
    double once = pages.logged();
    pages.synchronize();
    pages.run(1);
    pages.synchronize();
    // Two seconds of writes meet as many pages as one run of two seconds, not twice as many.
    assertThat(pages.waiting()).isCloseTo(10_000 * (1 - Math.exp(-2)), within(1e-6));
    assertThat(pages.waiting()).isLessThan(2 * once);
  }

  @Test
  void aProcessorThatStandsStillDirtiesNothing() {
    for (boolean exact : new boolean[] {false, true}) {
      DirtyPages pages = pages(spec(Pattern.ZIPF, exact));
      pages.run(0);
      assertThat(pages.logged()).isZero();
    }
  }

  @Test
  void zerosTakeNineBytesAndPagesEightMoreThanTheyHold() {
    for (boolean exact : new boolean[] {false, true}) {
      DirtyPages pages = pages(spec(Pattern.UNIFORM, exact));
      assertThat(pages.cost()).isEqualTo(18_000 * 4104.0 + 2_000 * 9.0);
      sendAll(pages);
      assertThat(pages.sentNormal()).isCloseTo(18_000, within(1e-6));
      assertThat(pages.sentZero()).isCloseTo(2_000, within(1e-6));
      assertThat(pages.waiting()).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void aTraceGivesTheRateOfEachRound() {
    List<DataRate> trace =
        List.of(new DataRate(1_000 * PAGE_BITS), new DataRate(3_000 * PAGE_BITS));
    DirtyPages pages = pages(spec(Pattern.SEQUENTIAL, false, Optional.empty(), trace));
    sendAll(pages);
    pages.run(1);
    assertThat(pages.logged()).isEqualTo(1_000);
    pages.synchronize();
    pages.run(1);
    assertThat(pages.logged()).isEqualTo(3_000);
    pages.synchronize();
    pages.run(1);
    assertThat(pages.logged()).isEqualTo(3_000);
  }

  @Test
  void aTenthOfThePagesIsHot() {
    DirtyPages pages = pages(spec(Pattern.HOT_COLD, false));
    pages.run(1);
    // 9 000 writes to 1 000 pages and 1 000 writes to 9 000.
    double hot = 1_000 * (1 - Math.exp(-9));
    double cold = 9_000 * (1 - Math.exp(-1.0 / 9));
    assertThat(pages.logged()).isCloseTo(hot + cold, within(1e-6));
  }
}
