package vdcsim.network.ospf.lsa;

import java.nio.ByteBuffer;
import vdcsim.network.ip.Ipv4Address;

/**
 * The first 20 bytes of an LSA, which tell its instances apart (RFC 2328, 12.1, A.4.1).
 *
 * @param age seconds since it was written, 0 to {@link Lsa#MAX_AGE}
 * @param options bits of {@link Options}
 * @param sequence grows with each instance, from {@link Lsa#INITIAL_SEQUENCE} on, with sign
 * @param checksum of everything but the age
 * @param length of the whole LSA in bytes
 */
public record LsaHeader(int age, int options, LsaKey key, int sequence, int checksum, int length) {
  /** The length of a header. */
  public static final int BYTES = 20;

  /**
   * Which of two instances is newer (RFC 2328, 13.1): positive if this one, negative if the other,
   * 0 if they count as the same.
   */
  public int newness(LsaHeader other) {
    if (sequence != other.sequence) {
      return Integer.compare(sequence, other.sequence);
    }
    if (checksum != other.checksum) {
      return Integer.compare(checksum, other.checksum);
    }
    boolean oldest = age >= Lsa.MAX_AGE;
    boolean otherOldest = other.age >= Lsa.MAX_AGE;
    if (oldest != otherOldest) {
      return oldest ? 1 : -1;
    }
    return Math.abs(age - other.age) > Lsa.MAX_AGE_DIFFERENCE ? Integer.compare(other.age, age) : 0;
  }

  /** Writes its {@link #BYTES} bytes as they stand on the wire. */
  public void encode(ByteBuffer buffer) {
    buffer.putShort((short) age).put((byte) options).put((byte) key.type().code());
    buffer.putInt(key.linkStateId().bits()).putInt(key.advertisingRouter().bits());
    buffer.putInt(sequence).putShort((short) checksum).putShort((short) length);
  }

  /**
   * Reads a header.
   *
   * @throws IllegalArgumentException for an LS type that is none
   */
  public static LsaHeader decode(ByteBuffer buffer) {
    int age = buffer.getShort() & 0xFFFF;
    int options = buffer.get() & 0xFF;
    LsaType type = LsaType.of(buffer.get() & 0xFF);
    Ipv4Address linkStateId = new Ipv4Address(buffer.getInt());
    RouterId advertisingRouter = new RouterId(buffer.getInt());
    int sequence = buffer.getInt();
    int checksum = buffer.getShort() & 0xFFFF;
    return new LsaHeader(
        Math.min(age, Lsa.MAX_AGE),
        options,
        new LsaKey(type, linkStateId, advertisingRouter),
        sequence,
        checksum,
        buffer.getShort() & 0xFFFF);
  }

  @Override
  public String toString() {
    return key + " seq " + Integer.toHexString(sequence) + " age " + age;
  }
}
