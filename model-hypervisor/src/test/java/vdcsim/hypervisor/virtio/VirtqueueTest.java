package vdcsim.hypervisor.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VirtqueueTest {
  @Test
  void aChainTakesItsDescriptorsUnlessTheyAreIndirect() {
    Virtqueue direct = new Virtqueue(8, false, false);
    direct.add(3, "a");
    direct.add(3, "b");
    assertThat(direct.free()).isEqualTo(2);
    assertThat(direct.fits(3)).isFalse();
    assertThatThrownBy(() -> direct.add(3, "c"))
        .hasMessage("a chain of 3 descriptors does not fit, 2 are free");
    Virtqueue indirect = new Virtqueue(8, false, true);
    indirect.add(3, "a");
    assertThat(indirect.free()).isEqualTo(7);
  }

  @Test
  void whatIsGivenBackOutOfOrderIsTakenInThatOrder() {
    Virtqueue queue = new Virtqueue(4, false, false);
    queue.add(1, "a");
    queue.add(1, "b");
    int a = queue.take();
    int b = queue.take();
    assertThat(queue.request(a)).isEqualTo("a");
    queue.give(b);
    queue.give(a);
    assertThat(queue.takeUsed()).isEqualTo("b");
    assertThat(queue.takeUsed()).isEqualTo("a");
    assertThat(queue.hasUsed()).isFalse();
    assertThat(queue.free()).isEqualTo(4);
  }

  @Test
  void byFlagsTheDeviceIsToldUnlessItLooksByItself() {
    Virtqueue queue = new Virtqueue(8, false, false);
    queue.add(1, "a");
    assertThat(queue.kickNeeded()).isTrue();
    queue.suppressKicks();
    queue.add(1, "b");
    assertThat(queue.kickNeeded()).isFalse();
    queue.take();
    queue.take();
    assertThat(queue.allowKicks()).as("nothing came meanwhile").isFalse();
    queue.add(1, "c");
    assertThat(queue.kickNeeded()).isTrue();
    assertThat(queue.allowKicks()).as("c came").isTrue();
  }

  @Test
  void byTheEventIndexOneKickIsEnoughUntilTheDeviceHasTakenIt() {
    Virtqueue queue = new Virtqueue(8, true, true);
    queue.add(1, "a");
    assertThat(queue.kickNeeded()).isTrue();
    queue.add(1, "b");
    assertThat(queue.kickNeeded()).as("the device has not moved its index").isFalse();
    queue.take();
    queue.take();
    queue.add(1, "c");
    assertThat(queue.kickNeeded()).isTrue();
  }

  @Test
  void delayedCallsComeAtThreeQuarters() {
    Virtqueue queue = new Virtqueue(16, true, false);
    for (int i = 0; i < 8; i++) {
      queue.add(1, i);
    }
    assertThat(queue.allowCallsDelayed()).isFalse();
    int calls = 0;
    int at = 0;
    for (int i = 1; i <= 8; i++) {
      queue.give(queue.take());
      if (queue.callNeeded()) {
        calls++;
        at = i;
      }
    }
    assertThat(calls).isEqualTo(1);
    // The sixth is at index 6 of 8; the one that passes it is the seventh.
    assertThat(at).isEqualTo(7);
  }

  /** Random steps of both sides: in order, nothing lost, and a side that sleeps is always woken. */
  @Test
  void nobodySleepsOverSomethingForever() {
    for (int seed = 0; seed < 40; seed++) {
      boolean eventIndex = seed % 2 == 0;
      Random random = new Random(seed);
      Virtqueue queue = new Virtqueue(16, eventIndex, false);
      Deque<Integer> expected = new ArrayDeque<>();
      boolean deviceAsleep = true;
      boolean driverAsleep = true;
      int added = 0;
      int taken = 0;
      for (int step = 0; step < 20_000 + 70_000 * (seed / 38); step++) {
        if (random.nextBoolean() && queue.fits(2)) {
          queue.add(1 + random.nextInt(2), added);
          expected.add(added++);
          deviceAsleep &= !queue.kickNeeded();
        }
        if (!deviceAsleep) {
          queue.suppressKicks();
          while (queue.hasAvailable()) {
            queue.give(queue.take());
          }
          deviceAsleep = !queue.allowKicks();
          driverAsleep &= !queue.callNeeded();
        }
        if (!driverAsleep && random.nextBoolean()) {
          queue.suppressCalls();
          while (queue.hasUsed()) {
            assertThat(queue.takeUsed()).isEqualTo(expected.remove());
            taken++;
          }
          driverAsleep = !queue.allowCalls();
        }
        assertThat(deviceAsleep && queue.hasAvailable()).as("seed %d", seed).isFalse();
        assertThat(driverAsleep && queue.hasUsed()).as("seed %d", seed).isFalse();
      }
      assertThat(taken).isGreaterThan(added - 17);
    }
  }
}
