package vdcsim.network.ospf.lsa;

import java.nio.ByteBuffer;

/**
 * Types 3 and 4: how far a border router is from a network, or from a boundary router, of another
 * area (RFC 2328, 12.4.3, A.4.4). The link state ID is the network, or that router's ID.
 *
 * @param prefixLength of the network; 0 for a router
 * @param metric 0 to {@link Lsa#INFINITY}
 */
public record SummaryLsa(int prefixLength, int metric) implements LsaBody {
  private static final int BYTES = 8;

  public SummaryLsa {
    Masks.checkPrefixLength(prefixLength);
    Masks.checkMetric(metric, Masks.METRIC_MASK);
  }

  @Override
  public int length() {
    return BYTES;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.putInt(Masks.mask(prefixLength)).putInt(metric);
  }

  static SummaryLsa decode(ByteBuffer buffer, int length) {
    if (length != BYTES) {
      throw new IllegalArgumentException("a summary LSA has 8 bytes, had " + length);
    }
    int prefixLength = Masks.prefixLength(buffer.getInt());
    return new SummaryLsa(prefixLength, buffer.getInt() & Masks.METRIC_MASK);
  }
}
