package vdcsim.hypervisor.memory.overcommit.virtioballoon;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The buffer of a request of the inflate or the deflate queue: the numbers of pages of 4 KiB,
 * whatever the guest's pages are, 32 bits each, the lowest byte first (VirtIO 1.1, 5.5.6).
 */
final class PageNumbers {
  /** The most that Linux puts into a request (VIRTIO_BALLOON_ARRAY_PFNS_MAX). */
  static final int MOST = 256;

  private PageNumbers() {}

  static byte[] encode(int[] pages) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Integer.BYTES * pages.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int page : pages) {
      buffer.putInt(page);
    }
    return buffer.array();
  }

  static int[] decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int[] pages = new int[bytes.length / Integer.BYTES];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = buffer.getInt();
    }
    return pages;
  }
}
