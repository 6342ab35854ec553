package vdcsim.network.tcp.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Windows against traces worked out by hand. */
class CongestionControlTest {
  private static final long MS = 1_000_000L;

  private final CongestionWindow window = new CongestionWindow();
  private long now = 1_000 * MS;

  private final Progress progress =
      new Progress() {
        @Override
        public long now() {
          return now;
        }

        @Override
        public long sentTo() {
          return 1;
        }

        @Override
        public long acknowledgedTo() {
          return 1;
        }

        @Override
        public long bytesPerSecond() {
          return 0;
        }
      };

  private CongestionControl begin(Algorithm algorithm, int size, int threshold) {
    window.resize(size);
    window.moveThreshold(threshold);
    window.use(true, size);
    return algorithm.begin();
  }

  @Test
  void slowStartAddsASegmentForEachAcknowledgedUpToTheThreshold() {
    CongestionControl reno = begin(Algorithm.RENO, 10, 15);
    reno.acknowledged(window, 2, progress);
    assertThat(window.size()).isEqualTo(12);
    // 3 to the threshold; the 4 that are left count for congestion avoidance: 4 of 15.
    reno.acknowledged(window, 7, progress);
    assertThat(window.size()).isEqualTo(15);
    reno.acknowledged(window, 10, progress);
    assertThat(window.size()).isEqualTo(15);
    reno.acknowledged(window, 1, progress);
    assertThat(window.size()).isEqualTo(16);
  }

  @Test
  void newRenoHalvesTheWindowButKeepsTwoSegments() {
    assertThat(begin(Algorithm.RENO, 31, 10).thresholdAfterLoss(window)).isEqualTo(15);
    window.resize(3);
    assertThat(Algorithm.RENO.begin().thresholdAfterLoss(window)).isEqualTo(2);
  }

  @Test
  void aWindowThatDoesNotLimitDoesNotGrow() {
    CongestionControl reno = begin(Algorithm.RENO, 20, 10);
    window.use(false, 8);
    reno.acknowledged(window, 20, progress);
    assertThat(window.size()).isEqualTo(20);
    // In slow start it grows up to twice what was on its way: 16.
    window.resize(15);
    window.moveThreshold(100);
    reno.acknowledged(window, 1, progress);
    reno.acknowledged(window, 1, progress);
    assertThat(window.size()).isEqualTo(16);
  }

  @Test
  void cubicKeepsSevenTenthsAndAimsBelowTheOldMaximumWhenItLosesEarly() {
    CongestionControl cubic = begin(Algorithm.CUBIC, 100, 50);
    // 100 * 717 / 1024 = 70.02.
    assertThat(cubic.thresholdAfterLoss(window)).isEqualTo(70);
    window.resize(80);
    // 80 * 717 / 1024 = 56.02; the next maximum is 80 * (1024 + 717) / 2048 = 68.
    assertThat(cubic.thresholdAfterLoss(window)).isEqualTo(56);
  }

  @Test
  void cubicIsBackAtTheOldMaximumAfterK() {
    CongestionControl cubic = begin(Algorithm.CUBIC, 1000, 500);
    int threshold = cubic.thresholdAfterLoss(window);
    window.resize(threshold);
    window.moveThreshold(threshold);
    // K is the cube root of 300 / 0.4: 9.09 s. At a round trip of 100 ms standard TCP,
    // which gains 0.53 segments a round trip, is far below the curve.
    for (int round = 0; round < 91; round++) {
      now += 100 * MS;
      for (int ack = 0; ack < 10; ack++) {
        cubic.acknowledged(window, window.size() / 10, progress);
      }
    }
    assertThat(window.size()).isBetween(985, 1005);
    assertThat(Cubic.cubeRoot(27)).isEqualTo(3);
    assertThat(Cubic.cubeRoot(63)).isEqualTo(3);
  }

  @Test
  void hyStartEndsSlowStartWhenTheRoundTripGrowsByAnEighth() {
    begin(Algorithm.CUBIC, 10, CongestionWindow.INFINITE);
    // The least is 50 ms; an eighth of it is 6.25 ms.
    HyStart hyStart = new HyStart();
    hyStart.measured(window, 50 * MS, progress);
    window.resize(20);
    Progress later = laterRound();
    for (int i = 0; i < 9; i++) {
      now += 3 * MS;
      hyStart.measured(window, 56 * MS, later);
    }
    assertThat(window.inSlowStart()).isTrue();
    hyStart = new HyStart();
    window.resize(10);
    hyStart.measured(window, 50 * MS, progress);
    window.resize(20);
    for (int i = 0; i < 9; i++) {
      now += 3 * MS;
      hyStart.measured(window, 57 * MS, later);
    }
    assertThat(window.inSlowStart()).isFalse();
    assertThat(window.threshold()).isEqualTo(20);
  }

  private Progress laterRound() {
    return new Progress() {
      @Override
      public long now() {
        return now;
      }

      @Override
      public long sentTo() {
        return 10;
      }

      @Override
      public long acknowledgedTo() {
        return 5;
      }

      @Override
      public long bytesPerSecond() {
        return 0;
      }
    };
  }
}
