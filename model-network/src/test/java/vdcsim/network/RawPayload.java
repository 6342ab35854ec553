package vdcsim.network;

import java.nio.ByteBuffer;
import vdcsim.hardware.ethernet.Payload;

/** A payload of a local experimental type, for tests. */
public record RawPayload(int length) implements Payload {
  @Override
  public int etherType() {
    return 0x88B6;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.put(new byte[length]);
  }
}
