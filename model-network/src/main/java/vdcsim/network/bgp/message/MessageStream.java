package vdcsim.network.bgp.message;

import java.util.Arrays;
import java.util.Optional;

/** Cuts the octets of a connection into messages (RFC 4271, 4.1). */
public final class MessageStream {
  private static final int NOT_SYNCHRONIZED = 1;
  private static final int BAD_LENGTH = 2;
  private static final int LENGTH_AT = 16;

  private byte[] waiting = {};

  /** More octets have come. */
  public void add(byte[] octets) {
    byte[] all = Arrays.copyOf(waiting, waiting.length + octets.length);
    System.arraycopy(octets, 0, all, waiting.length, octets.length);
    waiting = all;
  }

  /**
   * The next whole message.
   *
   * @throws MessageError if no message starts where one should
   */
  public Optional<byte[]> next() throws MessageError {
    if (waiting.length < MessageWriter.HEADER_OCTETS) {
      return Optional.empty();
    }
    for (int i = 0; i < LENGTH_AT; i++) {
      if (waiting[i] != (byte) 0xFF) {
        throw MessageError.header(NOT_SYNCHRONIZED, "octet %d of the marker".formatted(i));
      }
    }
    int length = ((waiting[LENGTH_AT] & 0xFF) << 8) | (waiting[LENGTH_AT + 1] & 0xFF);
    if (length < MessageWriter.HEADER_OCTETS || length > MessageWriter.LONGEST) {
      throw MessageError.header(BAD_LENGTH, "a length of %d octets".formatted(length));
    }
    if (waiting.length < length) {
      return Optional.empty();
    }
    byte[] message = Arrays.copyOf(waiting, length);
    waiting = Arrays.copyOfRange(waiting, length, waiting.length);
    return Optional.of(message);
  }
}
