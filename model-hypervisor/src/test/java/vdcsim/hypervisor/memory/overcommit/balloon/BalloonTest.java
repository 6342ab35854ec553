package vdcsim.hypervisor.memory.overcommit.balloon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BalloonTest {
  private final Balloon balloon = new Balloon(BalloonSpec.UNSAID, 100_000);

  @Test
  void itGrowsFastOnFreePagesAndSlowlyOnOthers() {
    balloon.aim(50_000);
    assertThat(balloon.inflation(80_000)).isEqualTo(16_384);
    assertThat(balloon.inflation(5_000)).isEqualTo(5_000);
    assertThat(balloon.inflation(10)).isEqualTo(2_048);
    balloon.changed(49_990);
    assertThat(balloon.inflation(80_000)).isEqualTo(10);
  }

  @Test
  void itIsAtMost65PercentOfTheMemory() {
    balloon.aim(90_000);
    assertThat(balloon.target()).isEqualTo(65_000);
    assertThat(balloon.isFull()).isTrue();
  }

  @Test
  void itShrinksToItsTarget() {
    balloon.changed(20_000);
    assertThat(balloon.deflation()).isEqualTo(16_384);
    balloon.aim(19_000);
    assertThat(balloon.deflation()).isEqualTo(1_000);
    assertThat(balloon.inflation(1)).isEqualTo(0);
  }
}
