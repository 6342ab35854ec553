package vdcsim.hypervisor.vdisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.disk.Storage;

/** Writes that QEMU 1.5 hands on together, on an image that a test ends by hand. */
class MultiwriteTest {
  private final Deque<DiskRequest> queue = new ArrayDeque<>();
  private final List<DiskRequest> asked = new ArrayList<>();
  private final List<String> image = new ArrayList<>();
  private final List<DiskRequest> underWay = new ArrayList<>();
  private final List<Long> given = new ArrayList<>();

  private final Storage storage =
      new Storage() {
        @Override
        public long bytes() {
          return 1L << 40;
        }

        @Override
        public void submit(DiskRequest request) {
          image.add(request.operation() + " " + request.offset() + " " + request.bytes());
          underWay.add(request);
        }
      };

  private final Backend.Source source =
      new Backend.Source() {
        @Override
        public boolean hasMore() {
          return !queue.isEmpty();
        }

        @Override
        public long take() {
          asked.add(queue.removeFirst());
          return asked.size() - 1L;
        }

        @Override
        public DiskRequest request(long taken) {
          return asked.get((int) taken);
        }

        @Override
        public void give(long taken, boolean more) {
          given.add(taken);
        }
      };

  private final Backend backend =
      new Backend(
          new Loop(ExecutionContext.FREE, 0),
          storage,
          0,
          false,
          Optional.of(new Multiwrite()),
          source);

  private void guest(Operation operation, long offset, long bytes) {
    queue.addLast(new DiskRequest((k, a, r) -> {}, 0).ask(operation, offset, bytes));
  }

  @Test
  void theGuestHearsOfNoWriteBeforeAllAreDone() {
    guest(Operation.WRITE, 40_960, 4096);
    guest(Operation.WRITE, 0, 4096);
    guest(Operation.WRITE, 81_920, 4096);
    backend.wake();
    assertThat(image).containsExactly("WRITE 0 4096", "WRITE 40960 4096", "WRITE 81920 4096");
    underWay.get(2).done();
    underWay.get(0).done();
    assertThat(given).isEmpty();
    underWay.get(1).done();
    assertThat(given).containsExactly(0L, 1L, 2L);
  }

  @Test
  void adjoiningWritesAreOne() {
    guest(Operation.WRITE, 8192, 4096);
    guest(Operation.WRITE, 4096, 4096);
    guest(Operation.WRITE, 20_480, 4096);
    backend.wake();
    assertThat(image).containsExactly("WRITE 4096 8192", "WRITE 20480 4096");
  }

  @Test
  void aWriteTakesAtMost1024Pages() {
    for (int i = 0; i < 5; i++) {
      guest(Operation.WRITE, (long) i << 20, 1 << 20);
    }
    backend.wake();
    assertThat(image).containsExactly("WRITE 0 4194304", "WRITE 4194304 1048576");
  }

  @Test
  void readsOvertakeWritesAndEndByThemselves() {
    guest(Operation.WRITE, 0, 4096);
    guest(Operation.READ, 8192, 4096);
    backend.wake();
    assertThat(image).containsExactly("READ 8192 4096", "WRITE 0 4096");
    underWay.get(0).done();
    assertThat(given).containsExactly(1L);
  }

  @Test
  void aFlushFollowsTheWritesBeforeIt() {
    guest(Operation.WRITE, 0, 4096);
    guest(Operation.FLUSH, 0, 0);
    guest(Operation.WRITE, 4096, 4096);
    backend.wake();
    assertThat(image).containsExactly("WRITE 0 4096", "FLUSH 0 0", "WRITE 4096 4096");
  }

  @Test
  void aBatchHolds32AndFailsAsAWhole() {
    for (int i = 0; i < 33; i++) {
      guest(Operation.WRITE, i * 8192L, 4096);
    }
    backend.wake();
    assertThat(underWay).hasSize(33);
    underWay.get(0).refuse();
    underWay.subList(0, 32).forEach(DiskRequest::done);
    assertThat(given).hasSize(32);
    assertThat(asked.subList(0, 32)).allMatch(DiskRequest::failed);
    underWay.get(32).done();
    assertThat(given).hasSize(33);
    assertThat(asked.get(32).failed()).isFalse();
  }
}
