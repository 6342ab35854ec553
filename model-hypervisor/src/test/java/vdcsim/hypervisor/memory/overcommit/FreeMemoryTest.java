package vdcsim.hypervisor.memory.overcommit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeMemoryTest {
  /** 1000 frames: thresholds at 60, 40, 20, 10, and a margin of 5. */
  private final FreeMemory free = new FreeMemory(ThresholdsSpec.UNSAID, 1000);

  private MemoryState at(int frames) {
    free.update(frames);
    return free.state();
  }

  @Test
  void itGetsWorseAtTheThresholds() {
    assertThat(at(40)).isEqualTo(MemoryState.HIGH);
    assertThat(at(39)).isEqualTo(MemoryState.SOFT);
    assertThat(at(20)).isEqualTo(MemoryState.SOFT);
    assertThat(at(19)).isEqualTo(MemoryState.HARD);
    assertThat(at(10)).isEqualTo(MemoryState.HARD);
    assertThat(at(9)).isEqualTo(MemoryState.LOW);
  }

  @Test
  void itGetsBetterOnlyWellAboveTheHigherThreshold() {
    at(0);
    assertThat(at(25)).isEqualTo(MemoryState.LOW);
    assertThat(at(26)).isEqualTo(MemoryState.HARD);
    assertThat(at(45)).isEqualTo(MemoryState.HARD);
    assertThat(at(46)).isEqualTo(MemoryState.SOFT);
    assertThat(at(65)).isEqualTo(MemoryState.SOFT);
    assertThat(at(66)).isEqualTo(MemoryState.HIGH);
  }

  @Test
  void muchFreeMemoryLeadsThroughAllStatesAtOnce() {
    at(0);
    assertThat(at(500)).isEqualTo(MemoryState.HIGH);
    assertThat(at(5)).isEqualTo(MemoryState.LOW);
  }
}
