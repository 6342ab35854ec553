package vdcsim.network.tcp;

import java.nio.ByteBuffer;

/**
 * A part of a message in a segment. The pieces of a segment are a chain; a segment in the middle of
 * filler needs none.
 */
final class Piece {
  private final TcpMessage message;
  private final long offset;
  private final int length;

  /** A part of {@code message} from {@code offset} on. */
  Piece(TcpMessage message, long offset, int length) {
    this.message = message;
    this.offset = offset;
    this.length = length;
  }

  TcpMessage message() {
    return message;
  }

  int length() {
    return length;
  }

  /** Whether the last byte of the message is in this piece. */
  boolean isLast() {
    return offset + length == message.length();
  }

  void encode(ByteBuffer buffer) {
    message.encode(offset, length, buffer);
  }
}
