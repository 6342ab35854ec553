package vdcsim.network.ospf.lsa;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * An LSA at an age, as a link state update carries it (RFC 2328, A.3.5).
 *
 * @param age in seconds, 0 to {@link Lsa#MAX_AGE}
 */
public record AgedLsa(Lsa lsa, int age) {

  public AgedLsa {
    if (age < 0 || age > Lsa.MAX_AGE) {
      throw new IllegalArgumentException("an age lies from 0 to 3600 s, was " + age);
    }
  }

  /** Its header. */
  public LsaHeader header() {
    return lsa.header(age);
  }

  /** Its length in bytes. */
  public int length() {
    return lsa.length();
  }

  /** Writes header and body as they stand on the wire. */
  public void encode(ByteBuffer buffer) {
    header().encode(buffer);
    lsa.body().encode(buffer);
  }

  /**
   * Reads an LSA.
   *
   * @throws IllegalArgumentException for a wrong type, length or checksum (RFC 2328, 13, steps 1
   *     and 2)
   */
  public static AgedLsa decode(ByteBuffer buffer) {
    try {
      LsaHeader header = LsaHeader.decode(buffer);
      LsaBody body = LsaBody.decode(header.key().type(), buffer, header.length() - LsaHeader.BYTES);
      Lsa lsa = new Lsa(header.key(), header.options(), header.sequence(), body);
      if (lsa.checksum() != header.checksum()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the checksum of %s is %04x, was %04x",
                header.key(),
                lsa.checksum(),
                header.checksum()));
      }
      return new AgedLsa(lsa, header.age());
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("an LSA ends before its last field", e);
    }
  }
}
