package vdcsim.network.stream;

import java.nio.ByteBuffer;
import vdcsim.hardware.ethernet.Payload;

/**
 * What a stream's frame carries: which stream it is, its number in it, and zeros.
 *
 * @param length at least 12 bytes
 */
public record StreamPayload(int stream, long number, int length) implements Payload {
  /** Local experimental EtherType 1 (IEEE 802-2014, Table 9-1). */
  public static final int ETHER_TYPE = 0x88B5;

  /** What the two numbers take. */
  static final int LEAST_BYTES = 12;

  @Override
  public int etherType() {
    return ETHER_TYPE;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    int start = buffer.position();
    buffer.putInt(stream).putLong(number);
    buffer.position(start + length);
  }

  /** Reads the {@code length} bytes that are left of a frame. */
  public static StreamPayload decode(ByteBuffer buffer, int length) {
    int start = buffer.position();
    StreamPayload payload = new StreamPayload(buffer.getInt(), buffer.getLong(), length);
    buffer.position(start + length);
    return payload;
  }
}
