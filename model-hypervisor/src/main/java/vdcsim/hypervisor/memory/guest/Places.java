package vdcsim.hypervisor.memory.guest;

import vdcsim.kernel.random.RandomStream;

/** Where a program reaches next, and whether it writes: one draw an access, and no object. */
final class Places {
  private static final int LOW_BITS = 31;

  private final RandomStream random;
  private final Pattern pattern;
  private final int count;
  private final long writesBelow;
  private final int[] other;
  private final int[] keepBelow;
  private int place;
  private boolean write;

  /** Draws from {@code random} among {@code count} places. */
  Places(GuestMemorySpec spec, int count, RandomStream random) {
    this.random = random;
    this.pattern = spec.pattern();
    this.count = count;
    this.writesBelow = StrictMath.round(spec.writes().value() * (1L << LOW_BITS));
    boolean zipf = pattern == Pattern.ZIPF;
    this.other = new int[zipf ? count : 0];
    this.keepBelow = new int[zipf ? count : 0];
    this.place = count - 1;
    if (zipf) {
      weigh(spec.exponent());
    }
  }

  /** Draws the next place. */
  void next() {
    long draw = random.nextLong();
    write = (draw & ((1L << LOW_BITS) - 1)) < writesBelow;
    switch (pattern) {
      case SEQUENTIAL -> place = place + 1 == count ? 0 : place + 1;
      case RANDOM -> place = scaled(draw);
      case ZIPF -> {
        int drawn = scaled(draw);
        place = random.nextInt(Integer.MAX_VALUE) < keepBelow[drawn] ? drawn : other[drawn];
      }
    }
  }

  private int scaled(long draw) {
    return (int) (((draw >>> 32) * count) >>> 32);
  }

  int place() {
    return place;
  }

  boolean isWrite() {
    return write;
  }

  /** The alias method (Walker 1977): each place keeps its own share, or lends it to one other. */
  private void weigh(double exponent) {
    double[] share = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      share[i] = StrictMath.pow(i + 1.0, -exponent);
      sum += share[i];
    }
    int[] waiting = new int[count];
    int poor = 0;
    int rich = count;
    for (int i = 0; i < count; i++) {
      share[i] *= count / sum;
      if (share[i] < 1) {
        waiting[poor++] = i;
      } else {
        waiting[--rich] = i;
      }
    }
    lend(share, waiting, poor, rich);
  }

  private void lend(double[] share, int[] waiting, int poorCount, int firstRich) {
    int poor = poorCount;
    int rich = firstRich;
    while (poor > 0 && rich < count) {
      int from = waiting[--poor];
      int to = waiting[rich];
      keepBelow[from] = (int) (share[from] * Integer.MAX_VALUE);
      other[from] = to;
      share[to] -= 1 - share[from];
      if (share[to] < 1) {
        rich++;
        waiting[poor++] = to;
      }
    }
    while (poor > 0) {
      keepBelow[waiting[--poor]] = Integer.MAX_VALUE;
    }
    for (; rich < count; rich++) {
      keepBelow[waiting[rich]] = Integer.MAX_VALUE;
    }
  }
}
