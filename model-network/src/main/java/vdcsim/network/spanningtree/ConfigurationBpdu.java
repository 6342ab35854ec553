package vdcsim.network.spanningtree;

import java.nio.ByteBuffer;

/**
 * A configuration BPDU (IEEE 802.1D-2004, 9.3.1).
 *
 * @param topologyChange the root tells all bridges to forget addresses sooner
 * @param acknowledgment answers a {@link TopologyChangeBpdu}
 */
public record ConfigurationBpdu(
    boolean topologyChange, boolean acknowledgment, PriorityVector vector, Times times)
    implements Bpdu {
  static final int TYPE = 0x00;
  static final int TOPOLOGY_CHANGE = 0x01;
  static final int ACKNOWLEDGMENT = 0x80;

  private static final int BYTES = LLC_BYTES + 35;

  @Override
  public int length() {
    return BYTES;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    Bpdu.encodeHeader(buffer, 0, TYPE);
    int flags = (topologyChange ? TOPOLOGY_CHANGE : 0) | (acknowledgment ? ACKNOWLEDGMENT : 0);
    buffer.put((byte) flags);
    BpduReader.encode(buffer, vector, times);
  }
}
