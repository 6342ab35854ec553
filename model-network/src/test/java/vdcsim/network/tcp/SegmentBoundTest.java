package vdcsim.network.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long segments are where the window is small, by numbers that Linux's rule gives by hand. */
class SegmentBoundTest {
  @Test
  void aSegmentTakesHalfOfTheLargestWindowThatWasOffered() {
    SegmentBound bound = new SegmentBound(true);
    assertThat(bound.begin(65_480, 65_535)).isEqualTo(32_767);
    assertThat(bound.offered(20_000)).isEqualTo(32_767);
    assertThat(bound.offered(100_000)).isEqualTo(50_000);
    assertThat(bound.offered(200_000)).isEqualTo(65_480);
  }

  @Test
  void aWindowOfFourSegmentsBoundsNone() {
    SegmentBound bound = new SegmentBound(true);
    assertThat(bound.begin(16_344, 65_535)).isEqualTo(16_344);
    assertThat(bound.shorten(1460)).isEqualTo(1460);
    assertThat(bound.offered(1_000_000)).isEqualTo(1460);
  }

  @Test
  void aTinyWindowIsUsedAsAWholeAndAClosedOneBoundsNothing() {
    assertThat(new SegmentBound(true).begin(1460, 536)).isEqualTo(536);
    assertThat(new SegmentBound(true).begin(1460, 538)).isEqualTo(269);
    assertThat(new SegmentBound(true).begin(1460, 20)).isEqualTo(48);
    assertThat(new SegmentBound(true).begin(1460, 0)).isEqualTo(1460);
  }

  @Test
  void otherStacksSendWhatTheWayTakes() {
    assertThat(new SegmentBound(false).begin(65_480, 65_535)).isEqualTo(65_480);
  }
}
