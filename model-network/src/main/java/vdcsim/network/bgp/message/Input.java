package vdcsim.network.bgp.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** Octets that are read from the front; reading past the end is the caller's kind of error. */
final class Input {
  /** Makes the error for octets that are missing. */
  @FunctionalInterface
  interface Shortage {
    MessageError error(String message);
  }

  private final byte[] content;
  private final int end;
  private final Shortage shortage;
  private int position;

  Input(byte[] content, int from, int end, Shortage shortage) {
    this.content = content;
    this.position = from;
    this.end = end;
    this.shortage = shortage;
  }

  boolean hasMore() {
    return position < end;
  }

  int left() {
    return end - position;
  }

  int octet() throws MessageError {
    need(1);
    return content[position++] & 0xFF;
  }

  int two() throws MessageError {
    return (octet() << 8) | octet();
  }

  long four() throws MessageError {
    return ((long) two() << 16) | two();
  }

  Ipv4Address address() throws MessageError {
    return new Ipv4Address((int) four());
  }

  byte[] bytes(int count) throws MessageError {
    need(count);
    position += count;
    return Arrays.copyOfRange(content, position - count, position);
  }

  /** The next {@code count} octets, to be read by themselves. */
  Input part(int count, Shortage inner) throws MessageError {
    need(count);
    position += count;
    return new Input(content, position - count, position, inner);
  }

  private void need(int count) throws MessageError {
    if (count > end - position) {
      throw shortage.error("%d octets wanted, %d left".formatted(count, end - position));
    }
  }

  /** All that is left, as networks (RFC 4271, 4.3). */
  List<Ipv4Prefix> prefixes() throws MessageError {
    List<Ipv4Prefix> networks = new ArrayList<>();
    while (hasMore()) {
      int length = octet();
      if (length > 32 || (length + 7) / 8 > left()) {
        throw MessageError.update(10, "a network of %d bits".formatted(length));
      }
      int bits = 0;
      for (int i = 0; i < (length + 7) / 8; i++) {
        bits |= octet() << (24 - 8 * i);
      }
      // RFC 4271, 4.3: the value of trailing bits is irrelevant.
      networks.add(Ipv4Prefix.of(new Ipv4Address(bits), length));
    }
    return networks;
  }
}
