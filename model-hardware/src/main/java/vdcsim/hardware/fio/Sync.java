package vdcsim.hardware.fio;

import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;

/**
 * The requests that make writes safe, one after the other: a flush; or with a journal (Linux, jbd2)
 * its blocks, a flush, the block that commits them, and a flush, since few disks can write one
 * block past their memory.
 */
final class Sync {
  private static final long BLOCKS = 8192;
  private static final long COMMIT = 4096;

  /** mke2fs: the journal of a file system of 128 GiB is 1 GiB; it is at the end here. */
  private static final long JOURNAL = 1L << 30;

  private final boolean journal;
  private final long start;
  private final long bytes;
  private final DiskRequest request;
  private long at;
  private int step;

  Sync(boolean journal, long deviceBytes, DiskRequest request) {
    this.journal = journal;
    this.bytes = Math.min(JOURNAL, deviceBytes / 8 / BLOCKS * BLOCKS);
    this.start = deviceBytes - bytes;
    this.request = request;
  }

  void begin() {
    step = 0;
  }

  boolean hasNext() {
    return step < (journal ? 4 : 1);
  }

  DiskRequest next() {
    boolean write = journal && step % 2 == 0;
    long length = step == 0 ? BLOCKS : COMMIT;
    step++;
    if (!write) {
      return request.ask(Operation.FLUSH, 0, 0);
    }
    if (at + length > bytes) {
      at = 0;
    }
    request.ask(Operation.WRITE, start + at, length);
    at += length;
    return request;
  }
}
