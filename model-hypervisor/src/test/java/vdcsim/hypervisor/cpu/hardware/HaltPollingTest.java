package vdcsim.hypervisor.cpu.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HaltPollingTest {
  private static final long US = 1000;

  private static HaltPolling kvm() {
    return new HaltPolling(
        new HaltPollingSpec(Duration.ofNanos(200_000), Duration.ofNanos(10_000)));
  }

  @Test
  void theWindowDoublesFrom10UsUntilItFindsTheWork() {
    HaltPolling polling = kvm();
    long[] busy = new long[6];
    for (int i = 0; i < busy.length; i++) {
      busy[i] = polling.halt(70 * US) / US;
    }
    // The first halt is slept through; then 10, 20, 40 us are too short, and 80 us long enough.
    assertThat(busy).containsExactly(0, 10, 20, 40, 70, 70);
    assertThat(polling.found()).isEqualTo(2);
    assertThat(polling.slept()).isEqualTo(4);
    assertThat(polling.polledNs()).isEqualTo(210 * US);
  }

  @Test
  void theWindowGrowsTo200UsAndNoFurther() {
    HaltPolling polling = kvm();
    for (int i = 0; i < 6; i++) {
      polling.halt(190 * US);
    }
    assertThat(polling.windowNs()).isEqualTo(200 * US);
    assertThat(polling.halt(190 * US)).isEqualTo(190 * US);
  }

  @Test
  void aWaitLongerThanTheMostEndsPolling() {
    HaltPolling polling = kvm();
    polling.halt(70 * US);
    assertThat(polling.windowNs()).isEqualTo(10 * US);
    assertThat(polling.halt(1000 * US)).isEqualTo(10 * US);
    assertThat(polling.windowNs()).isZero();
  }

  @Test
  void withAMostOfNothingNobodyPolls() {
    HaltPolling never =
        new HaltPolling(new HaltPollingSpec(Duration.ZERO, Duration.ofNanos(10_000)));
    assertThat(never.halt(5 * US) + never.halt(5 * US)).isZero();
    assertThat(never.slept()).isEqualTo(2);
  }
}
