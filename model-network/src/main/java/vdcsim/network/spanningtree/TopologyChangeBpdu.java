package vdcsim.network.spanningtree;

import java.nio.ByteBuffer;

/** A topology change notification, which travels towards the root (IEEE 802.1D-2004, 9.3.2). */
public record TopologyChangeBpdu() implements Bpdu {
  static final int TYPE = 0x80;

  private static final int BYTES = LLC_BYTES + 4;

  @Override
  public int length() {
    return BYTES;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    Bpdu.encodeHeader(buffer, 0, TYPE);
  }
}
