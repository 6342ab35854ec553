package vdcsim.hardware.ethernet;

/**
 * The times of half duplex at a rate, in whole nanoseconds (IEEE 802.3-2018, Table 4-2).
 *
 * @param slotNs 512 bits: the unit of back-off, and the latest instant of a proper collision
 * @param jamNs 32 bits, sent after a collision so that all notice it
 * @param gapNs 96 bits of silence before a frame
 * @param restartableNs the first 64 bits of the gap: a signal within them starts it anew
 *     (4.2.3.2.1)
 * @param preambleNs 64 bits with the start delimiter, which a collision does not cut short (4.2.5)
 * @param bitsPerSecond the rate
 */
record HalfDuplexTimes(
    long slotNs, long jamNs, long gapNs, long restartableNs, long preambleNs, long bitsPerSecond) {
  private static final long NS_PER_SECOND = 1_000_000_000L;

  /** The times at this rate. */
  static HalfDuplexTimes at(long bitsPerSecond) {
    return new HalfDuplexTimes(
        ns(512, bitsPerSecond),
        ns(32, bitsPerSecond),
        ns(8 * Frame.GAP_BYTES, bitsPerSecond),
        ns(64, bitsPerSecond),
        ns(8 * Frame.PREAMBLE_BYTES, bitsPerSecond),
        bitsPerSecond);
  }

  /** From the first bit of the preamble to the last of the frame. */
  long frameNs(Frame frame) {
    return ns(8 * frame.bytesOnWire(), bitsPerSecond);
  }

  private static long ns(long bits, long bitsPerSecond) {
    return bits * NS_PER_SECOND / bitsPerSecond;
  }
}
