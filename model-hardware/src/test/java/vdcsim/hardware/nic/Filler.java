package vdcsim.hardware.nic;

import java.nio.ByteBuffer;
import vdcsim.hardware.ethernet.Payload;

/** So many bytes that nobody reads. */
public record Filler(int length) implements Payload {
  @Override
  public int etherType() {
    return 0x88B5;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.position(buffer.position() + length);
  }
}
