package vdcsim.hypervisor.memory.overcommit.virtioballoon;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a guest says of its memory (VirtIO 1.1, 5.5.6.3), each figure with a tag of 16 bits before
 * its 64.
 *
 * @param freeBytes memory that nobody uses (VIRTIO_BALLOON_S_MEMFREE)
 * @param totalBytes what the guest believes to have, less its balloon (S_MEMTOT)
 * @param cacheBytes files that it can read again (S_CACHES)
 */
public record BalloonStats(long freeBytes, long totalBytes, long cacheBytes) {
  private static final short FREE = 4;
  private static final short TOTAL = 5;
  private static final short CACHES = 7;
  private static final int ENTRY_BYTES = Short.BYTES + Long.BYTES;

  byte[] encode() {
    return ByteBuffer.allocate(3 * ENTRY_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(FREE)
        .putLong(freeBytes)
        .putShort(TOTAL)
        .putLong(totalBytes)
        .putShort(CACHES)
        .putLong(cacheBytes)
        .array();
  }

  /** Reads entries in any order; a tag that is not known is passed over. */
  static BalloonStats decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long free = 0;
    long total = 0;
    long cache = 0;
    while (buffer.remaining() >= ENTRY_BYTES) {
      short tag = buffer.getShort();
      long value = buffer.getLong();
      free = tag == FREE ? value : free;
      total = tag == TOTAL ? value : total;
      cache = tag == CACHES ? value : cache;
    }
    return new BalloonStats(free, total, cache);
  }
}
