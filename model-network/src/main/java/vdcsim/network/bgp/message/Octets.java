package vdcsim.network.bgp.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** Octets in the making, in network order. */
final class Octets {
  private byte[] content = new byte[64];
  private int size;

  int size() {
    return size;
  }

  Octets octet(int value) {
    if (size == content.length) {
      content = Arrays.copyOf(content, 2 * size);
    }
    content[size++] = (byte) value;
    return this;
  }

  Octets two(int value) {
    return octet(value >>> 8).octet(value);
  }

  Octets four(long value) {
    return two((int) (value >>> 16)).two((int) value);
  }

  Octets address(Ipv4Address address) {
    return four(address.bits() & 0xFFFF_FFFFL);
  }

  Octets prefix(Ipv4Prefix prefix) {
    octet(prefix.length());
    for (int i = 0; i < Update.octets(prefix) - 1; i++) {
      octet(prefix.bits() >>> (24 - 8 * i));
    }
    return this;
  }

  Octets all(List<Byte> octets) {
    octets.forEach(this::octet);
    return this;
  }

  Octets all(Octets other) {
    for (int i = 0; i < other.size; i++) {
      octet(other.content[i]);
    }
    return this;
  }

  /** Writes two octets over those at {@code position}. */
  void patch(int position, int value) {
    content[position] = (byte) (value >>> 8);
    content[position + 1] = (byte) value;
  }

  byte[] toBytes() {
    return Arrays.copyOf(content, size);
  }

  static List<Byte> list(byte[] octets) {
    List<Byte> list = new ArrayList<>(octets.length);
    for (byte octet : octets) {
      list.add(octet);
    }
    return list;
  }
}
