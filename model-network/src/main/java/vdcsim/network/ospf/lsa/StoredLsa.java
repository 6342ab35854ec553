package vdcsim.network.ospf.lsa;

/**
 * An LSA in a database. Nothing ticks: the age at an instant follows from the age at the instant of
 * receipt (RFC 2328, 14).
 *
 * @param age its age in seconds when it came, or was written
 * @param sinceNs when that was
 */
public record StoredLsa(Lsa lsa, int age, long sinceNs) {
  private static final long SECOND_NS = 1_000_000_000L;

  /** What names it. */
  public LsaKey key() {
    return lsa.key();
  }

  /** Its age in whole seconds at an instant, at most {@link Lsa#MAX_AGE}. */
  public int ageAt(long nowNs) {
    return (int) Math.min(Lsa.MAX_AGE, age + (nowNs - sinceNs) / SECOND_NS);
  }

  /** Whether it is too old to be used. */
  public boolean isMaxAge(long nowNs) {
    return ageAt(nowNs) >= Lsa.MAX_AGE;
  }

  /** When it reaches an age in seconds; an instant that has passed if it is older. */
  public long reaches(int seconds) {
    return sinceNs + (seconds - age) * SECOND_NS;
  }

  /** Its header at an instant. */
  public LsaHeader header(long nowNs) {
    return lsa.header(ageAt(nowNs));
  }

  /** The same instance as of now at MaxAge, to be flushed (RFC 2328, 14.1). */
  public StoredLsa flushed(long nowNs) {
    return new StoredLsa(lsa, Lsa.MAX_AGE, nowNs);
  }

  /** As it is sent over an interface that takes some seconds (InfTransDelay, 13.3). */
  public AgedLsa sent(long nowNs, int transmitDelaySeconds) {
    return lsa.at(Math.min(Lsa.MAX_AGE, ageAt(nowNs) + transmitDelaySeconds));
  }
}
