package vdcsim.network.ospf.lsa;

import vdcsim.network.ip.Ipv4Address;

/** Network masks and metrics as LSAs hold them. */
final class Masks {
  /** Metrics of summaries and externals have 24 bits (RFC 2328, B: LSInfinity). */
  static final int METRIC_MASK = 0xFF_FFFF;

  private Masks() {}

  static int mask(int prefixLength) {
    return prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
  }

  /**
   * The prefix length of a mask.
   *
   * @throws IllegalArgumentException if a 1 follows a 0
   */
  static int prefixLength(int mask) {
    int length = Integer.bitCount(mask);
    if (mask(length) != mask) {
      throw new IllegalArgumentException(
          "the ones of a mask come first, was " + new Ipv4Address(mask));
    }
    return length;
  }

  static void checkPrefixLength(int prefixLength) {
    if (prefixLength < 0 || prefixLength > 32) {
      throw new IllegalArgumentException("a prefix length lies from 0 to 32, was " + prefixLength);
    }
  }

  static void checkMetric(int metric, int most) {
    if (metric < 0 || metric > most) {
      throw new IllegalArgumentException("a metric lies from 0 to " + most + ", was " + metric);
    }
  }

  static void checkLength(String what, int length, int atLeast, int step) {
    if (length < atLeast || (length - atLeast) % step != 0) {
      throw new IllegalArgumentException(what + " cannot have " + length + " bytes");
    }
  }
}
