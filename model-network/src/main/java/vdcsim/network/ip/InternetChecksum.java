package vdcsim.network.ip;

import java.nio.ByteBuffer;

/** The checksum of IP, ICMP, UDP and TCP: the one's complement of a one's complement sum. */
public final class InternetChecksum {
  private InternetChecksum() {}

  /**
   * The checksum of {@code length} bytes from {@code start} on (RFC 1071, 1); zero over bytes that
   * hold their right checksum.
   */
  public static int of(ByteBuffer buffer, int start, int length) {
    long sum = 0;
    for (int i = 0; i + 1 < length; i += 2) {
      sum += buffer.getShort(start + i) & 0xFFFF;
    }
    if (length % 2 == 1) {
      sum += (buffer.get(start + length - 1) & 0xFF) << 8;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    return (int) ~sum & 0xFFFF;
  }
}
