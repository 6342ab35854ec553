package vdcsim.hypervisor.pauseloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.spec.Refusal;

class DirectedYieldTest {
  private final List<Integer> boosted = new ArrayList<>();
  private final List<Known> siblings = new ArrayList<>();
  private Task.Yield outcome = Task.Yield.DONE;

  /** A virtual processor of which everything is known. */
  private final class Known implements Sibling<Known> {
    private final int index;
    private boolean ready = true;
    private boolean preempted = true;
    private boolean inKernel = true;

    Known(int index) {
      this.index = index;
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public boolean wasPreempted() {
      return preempted;
    }

    @Override
    public boolean isInKernel() {
      return inKernel;
    }

    @Override
    public Task.Yield yieldTo(Known other) {
      boosted.add(other.index);
      return outcome;
    }
  }

  private DirectedYield<Known> of(int count) {
    for (int i = 0; i < count; i++) {
      siblings.add(new Known(i));
    }
    return new DirectedYield<>(siblings);
  }

  @Test
  void thoseThatAreReadyComeInTurn() {
    DirectedYield<Known> yields = of(4);
    for (int i = 0; i < 4; i++) {
      yields.spins(0);
      yields.returns(0);
    }
    assertThat(boosted).containsExactly(1, 2, 3, 1);
  }

  @Test
  void oneThatWantsNothingOrWasStoppedInUserModeIsPassedOver() {
    DirectedYield<Known> yields = of(4);
    siblings.get(1).ready = false;
    siblings.get(2).inKernel = false;
    assertThat(yields.spins(0)).isTrue();
    assertThat(boosted).containsExactly(3);
    // Woken and not yet run: where it is does not count.
    yields.returns(0);
    siblings.get(2).preempted = false;
    siblings.get(3).ready = false;
    yields.spins(0);
    assertThat(boosted).containsExactly(3, 2);
  }

  /** Who has given its core up because it spun would spin again; it is chosen every second time. */
  @Test
  void oneThatSpinsItselfIsPassedOverEverySecondTime() {
    DirectedYield<Known> yields = of(2);
    yields.spins(1);
    assertThat(boosted).containsExactly(0);
    assertThat(yields.spins(0)).isFalse();
    assertThat(yields.spins(0)).isTrue();
    yields.returns(0);
    assertThat(yields.spins(0)).isFalse();
    // It has had a core: it is like any other.
    yields.returns(1);
    assertThat(yields.spins(0)).isTrue();
  }

  @Test
  void itIsTriedThreeTimesWhereNothingIsGained() {
    DirectedYield<Known> yields = of(8);
    outcome = Task.Yield.IN_VAIN;
    assertThat(yields.spins(0)).isFalse();
    assertThat(boosted).containsExactly(1, 2, 3);
    boosted.clear();
    outcome = Task.Yield.NOT_DONE;
    assertThat(yields.spins(0)).isFalse();
    assertThat(boosted).containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void theWindowDoublesUpToTheMostAndIsPutBack() {
    PauseLoopSpec usual = new PauseLoopSpec(128, 4096, 2, 0, 10_000, 0);
    assertThat(usual.grown(4096)).isEqualTo(8192);
    assertThat(usual.grown(8192)).isEqualTo(10_000);
    assertThat(usual.shrunk(8192)).isEqualTo(4096);
    // A number as large as the window is added, not multiplied.
    PauseLoopSpec sums = new PauseLoopSpec(128, 4096, 4096, 5000, 100_000, 0);
    assertThat(sums.grown(8192)).isEqualTo(12_288);
    assertThat(sums.shrunk(12_288)).isEqualTo(7288);
    assertThat(sums.shrunk(7288)).isEqualTo(4096);
    assertThat(new PauseLoopSpec(128, 4096, 0, 2, 100_000, 0).grown(8192)).isEqualTo(4096);
    assertThat(new PauseLoopSpec(128, 4096, 0, 2, 100_000, 0).shrunk(16_384)).isEqualTo(8192);
  }

  /** The product of the two largest numbers, 2^64 less a bit, is no long. */
  @Test
  void theLongestWindowIsNotExceeded() {
    long longest = 0xFFFF_FFFFL;
    PauseLoopSpec spec = new PauseLoopSpec(128, longest, longest - 1, 0, longest, 0);
    assertThat(spec.grown(longest)).isEqualTo(longest);
  }

  @Test
  void aWindowAboveTheMostIsRefused() {
    assertThatThrownBy(() -> new PauseLoopSpec(128, 4096, 2, 0, 4095, 0))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("most must lie between 4096 and 4294967295, was 4095");
  }
}
