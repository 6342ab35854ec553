package vdcsim.hypervisor.memory.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.spec.Refusal;

class HostMemoryTest {
  private static final int PAGE = 4096;

  private static HostMemory host(long frames) {
    return new HostMemory(PAGE * frames, () -> new RandomStreams(1, 0).stream("frames"));
  }

  /** Each frame comes once, and the next is refused; sizes with and without whole windows. */
  @ParameterizedTest
  @ValueSource(ints = {1, 511, 512, 513, 5000, 40_000, (1 << 18) + 7})
  void allFramesAreGivenAndNoMore(int frames) {
    HostMemory host = host(frames);
    int owner = host.newOwner("guest");
    TreeSet<Long> seen = new TreeSet<>();
    for (int i = 0; i < frames; i++) {
      seen.add(host.take(owner, i));
    }
    assertThat(seen).hasSize(frames);
    assertThat(seen.first()).isZero();
    assertThat(seen.last()).isEqualTo(frames - 1);
    assertThat(host.free()).isZero();
    assertThat(host.takeIfFree(owner, 0)).isEqualTo(HostMemory.NONE);
    assertThatThrownBy(() -> host.take(owner, 0))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "the host has no frames left: %d of %d are given away or promised"
                .formatted(frames, frames));
  }

  /** The monitor's tables take nothing of what guests have. */
  @Test
  void aFullHostStillHasTablesOfItsOwn() {
    HostMemory host = host(600);
    int owner = host.newOwner("guest");
    for (int i = 0; i < 600; i++) {
      host.take(owner, i);
    }
    long table = host.take(HostMemory.MONITOR, 0);
    assertThat(table).isGreaterThanOrEqualTo(600);
    assertThat(host.owner(table)).isEqualTo(HostMemory.MONITOR);
    assertThat(host.used()).isEqualTo(600 + 2);
  }

  /** A GiB for tables is far more than any guest takes; what comes behind it is no frame. */
  @Test
  void theMonitorsMemoryEndsToo() {
    HostMemory host = host(1);
    long first = host.monitorFrame();
    for (int i = 1; i < 1 << 18; i++) {
      host.take(HostMemory.MONITOR, i);
    }
    assertThatThrownBy(() -> host.take(HostMemory.MONITOR, 0))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("the host has no 4096 B left that lie together");
    host.release(first);
    assertThat(host.take(HostMemory.MONITOR, 0)).isEqualTo(first);
  }

  /** 100 of 1000 frames are promised: others have 900, and the machine its 100, not 101. */
  @Test
  void whatIsPromisedIsKept() {
    HostMemory host = host(1000);
    host.promise(100 * PAGE);
    int machine = host.newOwner("web", 100);
    int other = host.newOwner("other");
    assertThat(host.free()).isEqualTo(900);
    for (int i = 0; i < 900; i++) {
      host.take(other, i);
    }
    assertThatThrownBy(() -> host.take(other, 900)).isInstanceOf(Refusal.class);
    for (int i = 0; i < 100; i++) {
      host.take(machine, i);
    }
    assertThatThrownBy(() -> host.take(machine, 100))
        .hasMessage("'web' has 100 frames, of which 100 are in use");
    host.withdraw(100 * PAGE);
    assertThat(host.unpromised()).isEqualTo(1000 * PAGE);
  }

  /** An over-committed host gives what is there, whatever is promised. */
  @Test
  void promisesBindNothingWhereMemoryIsOvercommitted() {
    HostMemory host = host(100);
    host.overcommit();
    host.promise(300 * PAGE);
    host.reserve(10);
    assertThat(host.unpromised()).isEqualTo(-200 * PAGE);
    assertThat(host.free()).isEqualTo(90);
  }

  /** 512 MiB has 256 runs of 2 MiB; a single frame breaks one, and its others come next. */
  @Test
  void singleFramesBreakRunsWhereNoWindowIsLeft() {
    HostMemory host = host(1 << 17);
    int owner = host.newOwner("guest");
    for (int i = 0; i < 255; i++) {
      assertThat(host.takeRun(owner, i << 9, 9) & 511).isZero();
    }
    TreeSet<Long> singles = new TreeSet<>();
    for (int i = 0; i < 512; i++) {
      singles.add(host.take(owner, i));
    }
    assertThat(singles.last() - singles.first()).isEqualTo(511);
    assertThat(host.free()).isZero();
  }

  /** What is free but does not lie together is no run. */
  @Test
  void aScatteredHostHasNoLargePages() {
    HostMemory host = host(1 << 12);
    int owner = host.newOwner("guest");
    for (int i = 0; i < 3600; i++) {
      host.take(owner, i);
    }
    assertThatThrownBy(() -> host.takeRun(owner, 0, 10))
        .isInstanceOf(Refusal.class)
        .hasMessage("the host has no frames left: 3600 of 4096 are given away or promised");
    for (long frame = 0; frame < 1 << 12; frame += 2) {
      if (host.owner(frame) == owner) {
        host.release(frame);
      }
    }
    assertThatThrownBy(() -> host.takeRun(owner, 0, 10))
        .hasMessageStartingWith("the host has no 4194304 B left that lie together");
  }

  /** Pages of 1 GiB come from the end, where windows are smaller than that. */
  @Test
  void hugePagesLieAtTheEnd() {
    HostMemory host = host(3L << 18);
    int owner = host.newOwner("guest");
    assertThat(host.takeRun(owner, 0, 18)).isEqualTo(2L << 18);
    assertThat(host.take(owner, 0)).isLessThan(2L << 18);
    assertThat(host.takeRun(owner, 0, 18)).isEqualTo(1L << 18);
    assertThatThrownBy(() -> host.takeRun(owner, 0, 18)).isInstanceOf(Refusal.class);
  }

  /** Frames go to and fro; each has one owner, and the counts add up. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void ownersAddUpWhateverHappens(int seed) {
    HostMemory host = host(3000);
    RandomStream random = new RandomStreams(seed, 0).stream("steps");
    int[] owners = {host.newOwner("a"), host.newOwner("b"), HostMemory.MONITOR};
    for (int i = 0; i < 20_000; i++) {
      int owner = owners[random.nextInt(3)];
      long frame = random.nextInt(3000);
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          if (host.free() > 0) {
            host.take(owner, i);
          }
        }
        case 2 -> {
          if (host.owner(frame) != HostMemory.NOBODY) {
            host.release(frame);
          }
        }
        default -> {
          if (host.owner(frame) == owners[0]) {
            host.transfer(frame, owners[1], i);
          }
        }
      }
    }
    long[] counted = new long[5];
    for (long frame = 0; frame < 1 << 20; frame++) {
      counted[host.owner(frame)]++;
    }
    assertThat(counted[owners[0]]).isEqualTo(host.taken(owners[0]));
    assertThat(counted[owners[1]]).isEqualTo(host.taken(owners[1]));
    assertThat(counted[HostMemory.MONITOR]).isEqualTo(host.taken(HostMemory.MONITOR));
    assertThat(host.free()).isEqualTo(3000 - counted[owners[0]] - counted[owners[1]]);
  }
}
