package vdcsim.hardware.ethernet;

/**
 * What a port can hold and carry.
 *
 * @param queueFrames how many frames may wait, the one on the wire apart
 * @param queueBytes how many bytes the waiting frames may have together
 * @param mtu the longest payload in bytes, a VLAN tag apart
 */
public record PortSettings(int queueFrames, long queueBytes, int mtu) {
  /** No limit in bytes. */
  public static final long ANY_BYTES = Long.MAX_VALUE;

  /** The payload of a standard frame (IEEE 802.3-2018, 3.2.7). */
  public static final int STANDARD_MTU = 1500;

  /** The least payload that IPv4 can live with (RFC 791, 3.2). */
  public static final int LEAST_MTU = 68;

  /** Longer than any card allows, for queues that are studied with frames of any length. */
  public static final int LARGEST_MTU = 1 << 24;

  public PortSettings {
    if (queueFrames < 1) {
      throw new IllegalArgumentException("a queue holds at least 1 frame, was " + queueFrames);
    }
    if (queueBytes < Frame.LEAST_BYTES) {
      throw new IllegalArgumentException(
          "a queue holds at least %d B, the shortest frame; was %d B"
              .formatted(Frame.LEAST_BYTES, queueBytes));
    }
    if (mtu < LEAST_MTU || mtu > LARGEST_MTU) {
      throw new IllegalArgumentException(
          "an mtu must lie between %d and %d, was %d".formatted(LEAST_MTU, LARGEST_MTU, mtu));
    }
  }

  /** A queue limited in frames alone, before a line with the standard payload. */
  public static PortSettings ofQueue(int frames) {
    return new PortSettings(frames, ANY_BYTES, STANDARD_MTU);
  }

  /**
   * The longest frame that passes: header, check sequence and one VLAN tag on top of the payload,
   * as Linux allows ({@code net/core/dev.c}, {@code is_skb_forwardable}).
   */
  int longestFrame() {
    return Frame.HEADER_BYTES + VlanTag.BYTES + mtu + Frame.CHECK_BYTES;
  }
}
