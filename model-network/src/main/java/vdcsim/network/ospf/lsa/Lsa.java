package vdcsim.network.ospf.lsa;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * An instance of a link state advertisement without its age, so that all routers can share one
 * object: the age alone differs between their copies (RFC 2328, 12.1; the checksum leaves it out).
 */
public final class Lsa {
  /** MaxAge in seconds: an LSA that old is no longer used and is flushed (RFC 2328, B). */
  public static final int MAX_AGE = 3600;

  /** MaxAgeDiff in seconds: copies whose ages differ more are different instances. */
  public static final int MAX_AGE_DIFFERENCE = 900;

  /** LSInfinity: the metric of what cannot be reached, in summaries and externals. */
  public static final int INFINITY = 0xFF_FFFF;

  /** InitialSequenceNumber, of the first instance. */
  public static final int INITIAL_SEQUENCE = 0x8000_0001;

  /** MaxSequenceNumber, after which an LSA is flushed before it begins anew. */
  public static final int MAX_SEQUENCE = 0x7FFF_FFFF;

  /** Copies and headers younger than this are made once: most are seconds old when they travel. */
  private static final int SHARED_AGES = 24;

  private static final int AGE_BYTES = 2;
  private static final int CHECKSUM_OFFSET = 16;

  private final LsaKey key;
  private final int options;
  private final int sequence;
  private final LsaBody body;
  private final int length;
  private final int checksum;
  private final AgedLsa[] copies = new AgedLsa[SHARED_AGES];
  private final LsaHeader[] headers = new LsaHeader[SHARED_AGES];

  /** An instance; its checksum follows from the rest. */
  public Lsa(LsaKey key, int options, int sequence, LsaBody body) {
    this.key = Objects.requireNonNull(key);
    this.options = options;
    this.sequence = sequence;
    this.body = Objects.requireNonNull(body);
    this.length = LsaHeader.BYTES + body.length();
    this.checksum = sum();
  }

  private int sum() {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    new LsaHeader(0, options, key, sequence, 0, length).encode(bytes);
    body.encode(bytes);
    return FletcherChecksum.of(bytes.array(), AGE_BYTES, CHECKSUM_OFFSET);
  }

  /** What names it. */
  public LsaKey key() {
    return key;
  }

  /** Bits of {@link Options}. */
  public int options() {
    return options;
  }

  /** The sequence number, with sign. */
  public int sequence() {
    return sequence;
  }

  /** What it says. */
  public LsaBody body() {
    return body;
  }

  /** The Fletcher checksum over everything but the age. */
  public int checksum() {
    return checksum;
  }

  /** Its length in bytes, header included. */
  public int length() {
    return length;
  }

  /** Its header at an age in seconds. */
  public LsaHeader header(int age) {
    if (age >= SHARED_AGES) {
      return makeHeader(age);
    }
    if (headers[age] == null) {
      headers[age] = makeHeader(age);
    }
    return headers[age];
  }

  private LsaHeader makeHeader(int age) {
    return new LsaHeader(age, options, key, sequence, checksum, length);
  }

  /** It at an age in seconds. */
  AgedLsa at(int age) {
    if (age >= SHARED_AGES) {
      return new AgedLsa(this, age);
    }
    if (copies[age] == null) {
      copies[age] = new AgedLsa(this, age);
    }
    return copies[age];
  }

  /** Whether another instance says the same, so that no route can change (RFC 2328, 13.2). */
  public boolean saysTheSameAs(Lsa other) {
    return options == other.options && body.equals(other.body);
  }

  /** Its next instance, with another body. */
  public Lsa next(int newOptions, LsaBody newBody) {
    return new Lsa(key, newOptions, sequence + 1, newBody);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lsa that
        && key.equals(that.key)
        && options == that.options
        && sequence == that.sequence
        && checksum == that.checksum
        && body.equals(that.body);
  }

  @Override
  public int hashCode() {
    return key.hashCode() * 31 + sequence;
  }

  @Override
  public String toString() {
    return key + " seq " + Integer.toHexString(sequence) + " " + body;
  }
}
