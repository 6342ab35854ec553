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
    return complement(sum(buffer, start, length));
  }

  /**
   * The checksum of UDP and TCP, which covers the addresses, the protocol and the length as well
   * (RFC 9293, 3.1); zero over bytes that hold their right checksum.
   */
  public static int of(
      ByteBuffer buffer,
      int start,
      int length,
      Ipv4Address source,
      Ipv4Address destination,
      int protocol) {
    long sum = sum(buffer, start, length) + protocol + length;
    sum += (source.bits() >>> 16) + (source.bits() & 0xFFFF);
    sum += (destination.bits() >>> 16) + (destination.bits() & 0xFFFF);
    return complement(sum);
  }

  private static long sum(ByteBuffer buffer, int start, int length) {
    long sum = 0;
    for (int i = 0; i + 1 < length; i += 2) {
      sum += buffer.getShort(start + i) & 0xFFFF;
    }
    if (length % 2 == 1) {
      sum += (buffer.get(start + length - 1) & 0xFF) << 8;
    }
    return sum;
  }

  private static int complement(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xFFFF) + (folded >>> 16);
    }
    return (int) ~folded & 0xFFFF;
  }
}
