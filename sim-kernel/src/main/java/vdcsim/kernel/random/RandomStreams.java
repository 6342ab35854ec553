package vdcsim.kernel.random;

/** The random streams of one run, by name. */
public final class RandomStreams {
  private final long seed;
  private final int replication;

  /** Streams that follow from {@code seed} and {@code replication}. */
  public RandomStreams(long seed, int replication) {
    this.seed = seed;
    this.replication = replication;
  }

  /**
   * The stream for one purpose, at its beginning. Name it after the component and the purpose, as
   * {@code stream.interarrival}; the same name gives the same draws again.
   */
  public RandomStream stream(String name) {
    long hash = mix(seed) ^ mix(0x9E3779B97F4A7C15L * (replication + 1L));
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i)) + 0x9E3779B97F4A7C15L;
    }
    return new RandomStream(hash);
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
