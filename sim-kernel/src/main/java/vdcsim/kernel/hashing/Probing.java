package vdcsim.kernel.hashing;

/**
 * The places at which a name is looked for, one after the other, in a table of 2^n places. They
 * come to each place once.
 */
public final class Probing {
  /** 2^32 over the golden ratio (Knuth: The Art of Computer Programming, 6.4). */
  private static final int SPREAD = 0x9E3779B9;

  private Probing() {}

  /**
   * The first place. The highest bits of a product depend on all of the hash; vm1, vm2, ... would
   * stand in one row.
   */
  public static int first(String name, int places) {
    return (name.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(places) + 1);
  }

  /**
   * The place behind {@code place}, which was the one of this number, from 1. Steps of 1, 2, 3, ...
   * come to every place of a table of 2^n (Knuth, 6.4, exercise 20); in a table that is full to 7/8
   * they need 9 to find that a name is new, steps of 1 need 32.
   */
  public static int next(int place, int number, int places) {
    return (place + number) & (places - 1);
  }
}
