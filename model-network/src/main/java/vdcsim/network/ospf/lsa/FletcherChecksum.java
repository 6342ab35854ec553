package vdcsim.network.ospf.lsa;

/**
 * The checksum of LSAs: two sums modulo 255, one of the bytes and one of the sums (ISO 8473, annex
 * C; RFC 905, annex B; RFC 2328, 12.1.7).
 */
final class FletcherChecksum {
  private static final int MODULUS = 255;

  /** As many bytes as two 32-bit sums hold without overflow (5802; rounded down). */
  private static final int BLOCK = 4096;

  private FletcherChecksum() {}

  /**
   * The two bytes that make both sums over {@code bytes} zero; those at {@code place} are 0 yet.
   */
  static int of(byte[] bytes, int start, int place) {
    int c0 = 0;
    int c1 = 0;
    for (int i = start; i < bytes.length; ) {
      int end = Math.min(bytes.length, i + BLOCK);
      for (; i < end; i++) {
        c0 += bytes[i] & 0xFF;
        c1 += c0;
      }
      c0 %= MODULUS;
      c1 %= MODULUS;
    }
    int behind = bytes.length - place - 1;
    int x = Math.floorMod(behind * c0 - c1, MODULUS);
    int y = Math.floorMod(-c0 - x, MODULUS);
    // 0 and 255 are the same modulo 255; 0 as a whole would mean that there is no checksum.
    return ((x == 0 ? MODULUS : x) << 8) | (y == 0 ? MODULUS : y);
  }
}
