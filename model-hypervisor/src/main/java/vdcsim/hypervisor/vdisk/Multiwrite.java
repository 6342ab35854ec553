package vdcsim.hypervisor.vdisk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes that were found in the queue together: they are handed on together, those that adjoin as
 * one, and the guest hears of none before all are done (QEMU 0.12 to 2.2, block.c: {@code
 * bdrv_aio_multiwrite}; the callbacks are called when the last request has ended). Reads never are.
 */
final class Multiwrite {
  /** QEMU 1.5, hw/block/virtio-blk.c: as many as a MultiReqBuffer holds. */
  private static final int MOST = 32;

  /** POSIX, IOV_MAX on Linux: as many pages as one write takes. */
  private static final int MOST_PIECES = 1024;

  private static final int PAGE = 4096;

  private final List<Write> gathered = new ArrayList<>();

  private record Write(long taken, long offset, long bytes) {
    long pieces() {
      return (bytes + PAGE - 1) / PAGE;
    }
  }

  /** One write to the image. */
  record Run(long offset, long bytes) {}

  /** What was handed on together. */
  static final class Batch {
    private final List<Run> runs;
    private final List<Long> taken;
    private int open;
    private boolean failed;

    private Batch(List<Run> runs, List<Long> taken) {
      this.runs = runs;
      this.taken = taken;
      this.open = runs.size();
    }

    /** The writes to the image, by where they begin. */
    List<Run> runs() {
      return runs;
    }

    /** The guest's requests, in the order in which they were taken. */
    List<Long> taken() {
      return taken;
    }

    /** One of its writes is done; returns whether that was the last. */
    boolean ended(boolean runFailed) {
      failed |= runFailed;
      open--;
      return open == 0;
    }

    /** Whether one of its writes has failed, with which all have. */
    boolean failed() {
      return failed;
    }
  }

  boolean isEmpty() {
    return gathered.isEmpty();
  }

  boolean isFull() {
    return gathered.size() == MOST;
  }

  /** The guest's request, known by the number under which it was taken. */
  void add(long taken, long offset, long bytes) {
    gathered.add(new Write(taken, offset, bytes));
  }

  /** All that was gathered, which the next batch will not have. */
  Batch batch() {
    List<Long> taken = gathered.stream().map(Write::taken).toList();
    gathered.sort(Comparator.comparingLong(Write::offset));
    List<Run> runs = new ArrayList<>();
    Write run = gathered.get(0);
    for (Write next : gathered.subList(1, gathered.size())) {
      boolean adjoins = run.offset() + run.bytes() == next.offset();
      if (adjoins && run.pieces() + next.pieces() <= MOST_PIECES) {
        run = new Write(run.taken(), run.offset(), run.bytes() + next.bytes());
      } else {
        runs.add(new Run(run.offset(), run.bytes()));
        run = next;
      }
    }
    runs.add(new Run(run.offset(), run.bytes()));
    gathered.clear();
    return new Batch(runs, taken);
  }
}
