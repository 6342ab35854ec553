package vdcsim.hypervisor.memory.overcommit.guest;

/** What pages hold, as 64-bit hashes: equal hashes are equal pages. */
public final class Contents {
  /** A page of zeros. */
  public static final long ZEROS = 0;

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private Contents() {}

  /** What the contents of a thing of this name start from. */
  public static long seed(String name) {
    long hash = 1;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i)) + GOLDEN_RATIO;
    }
    return hash;
  }

  /** The content that every page at {@code index} of the thing has. */
  public static long of(long seed, long index) {
    long content = mix(seed + index * GOLDEN_RATIO);
    return content == ZEROS ? GOLDEN_RATIO : content;
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
