package vdcsim.network.tcp;

import java.nio.ByteBuffer;

/**
 * What an application writes into a connection: a run of bytes. The other side gets the same object
 * when its last byte has arrived in order. It never changes.
 */
public interface TcpMessage {
  /** Its length in bytes, at least 1. */
  long length();

  /**
   * Writes {@code count} of its bytes, from the byte at {@code offset} on, as they stand on the
   * wire.
   */
  void encode(long offset, int count, ByteBuffer buffer);

  /**
   * Bytes that nobody looks at: they are counted, and are zeros on the wire.
   *
   * @param length how many, at least 1
   */
  record Filler(long length) implements TcpMessage {
    public Filler {
      if (length < 1) {
        throw new IllegalArgumentException("a message has at least 1 byte, was " + length);
      }
    }

    @Override
    public void encode(long offset, int count, ByteBuffer buffer) {
      buffer.put(new byte[count]);
    }
  }

  /** Bytes that were written out, as a protocol's message. */
  final class Bytes implements TcpMessage {
    private final byte[] bytes;

    /** A message of these bytes, at least one. */
    public Bytes(byte[] bytes) {
      if (bytes.length == 0) {
        throw new IllegalArgumentException("a message has at least 1 byte");
      }
      this.bytes = bytes.clone();
    }

    @Override
    public long length() {
      return bytes.length;
    }

    /** The bytes, to be read. */
    public ByteBuffer content() {
      return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    @Override
    public void encode(long offset, int count, ByteBuffer buffer) {
      buffer.put(bytes, (int) offset, count);
    }
  }
}
