package vdcsim.hypervisor.level.runtime;

/** The heap's two generations, in bytes, and what a collection costs. */
final class Collector {
  private final CollectorSpec spec;

  /** What lived through so many collections, from one on. */
  private final long[] byAge;

  private long eden;
  private long old;
  private long minor;
  private long full;

  Collector(CollectorSpec spec) {
    this.spec = spec;
    this.byAge = new long[spec.age()];
  }

  void allocate(long bytes) {
    eden += bytes;
  }

  /** Whether the young generation is full. */
  boolean isDue() {
    return eden >= spec.young().bytes();
  }

  /** Collects: what it costs in cycles. */
  long collect() {
    long copied = ageAll();
    minor++;
    long cycles = spec.stop() + copied * spec.copy();
    if (old > spec.old().bytes()) {
      old = share(old, spec.oldSurvival().value());
      full++;
      cycles += old * spec.compact();
    }
    return cycles;
  }

  /** Each age becomes the next, the last one old; returns what was copied. */
  private long ageAll() {
    long copied = 0;
    long incoming = share(eden, spec.survival().value());
    for (int i = 0; i < byAge.length; i++) {
      long leaving = share(byAge[i], spec.furtherSurvival().value());
      byAge[i] = incoming;
      copied += incoming;
      incoming = leaving;
    }
    old += incoming;
    eden = 0;
    return copied + incoming;
  }

  private static long share(long bytes, double of) {
    return Math.round(bytes * of);
  }

  long minor() {
    return minor;
  }

  long full() {
    return full;
  }

  /** What is in use. */
  long usedBytes() {
    long used = eden + old;
    for (long survivors : byAge) {
      used += survivors;
    }
    return used;
  }
}
