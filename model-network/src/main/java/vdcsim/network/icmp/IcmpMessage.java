package vdcsim.network.icmp;

import java.nio.ByteBuffer;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Content;

/** A message of ICMP (RFC 792). */
public sealed interface IcmpMessage extends Ipv4Content permits Echo, IcmpError {
  /** The protocol number. */
  int PROTOCOL = 1;

  /** Type, code, checksum and four bytes whose meaning the type says. */
  int HEADER_BYTES = 8;

  @Override
  default int protocol() {
    return PROTOCOL;
  }

  /** Fills in the checksum of a message that begins at {@code start} and has been written whole. */
  static void complete(ByteBuffer buffer, int start, int length) {
    buffer.putShort(start + 2, (short) 0);
    buffer.putShort(start + 2, (short) InternetChecksum.of(buffer, start, length));
  }
}
