package vdcsim.network.ospf.lsa;

import java.nio.ByteBuffer;
import vdcsim.network.ip.Ipv4Address;

/**
 * Types 5 and 7: a network outside the autonomous system (RFC 2328, 12.4.4, A.4.5; RFC 3101, 2.3).
 * The link state ID is the network; whether a type 7 is to be translated says {@link Options#NP} in
 * its header.
 *
 * @param prefixLength of the network
 * @param type2 E: the metric is larger than any way within the system (E2); else it adds to it (E1)
 * @param metric 0 to {@link Lsa#INFINITY}
 * @param forwardingAddress to whom packets are sent; {@link #TO_THE_WRITER} for who wrote the LSA
 * @param tag 32 bits that boundary routers pass among each other
 */
public record ExternalLsa(
    int prefixLength, boolean type2, int metric, Ipv4Address forwardingAddress, int tag)
    implements LsaBody {
  /** 0.0.0.0: packets go to the router that wrote the LSA. */
  public static final Ipv4Address TO_THE_WRITER = new Ipv4Address(0);

  private static final int BYTES = 16;

  public ExternalLsa {
    Masks.checkPrefixLength(prefixLength);
    Masks.checkMetric(metric, Masks.METRIC_MASK);
  }

  /** Whether packets go to another address than the writer's. */
  public boolean hasForwardingAddress() {
    return forwardingAddress.bits() != 0;
  }

  @Override
  public int length() {
    return BYTES;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.putInt(Masks.mask(prefixLength)).putInt((type2 ? 1 << 31 : 0) | metric);
    buffer.putInt(forwardingAddress.bits()).putInt(tag);
  }

  static ExternalLsa decode(ByteBuffer buffer, int length) {
    if (length != BYTES) {
      throw new IllegalArgumentException("an external LSA has 16 bytes, had " + length);
    }
    int prefixLength = Masks.prefixLength(buffer.getInt());
    int metric = buffer.getInt();
    Ipv4Address forwardingAddress = new Ipv4Address(buffer.getInt());
    return new ExternalLsa(
        prefixLength, metric < 0, metric & Masks.METRIC_MASK, forwardingAddress, buffer.getInt());
  }
}
