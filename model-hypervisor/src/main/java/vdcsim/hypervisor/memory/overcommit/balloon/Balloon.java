package vdcsim.hypervisor.memory.overcommit.balloon;

/**
 * The balloon of a guest: how many pages are in it, how many are to be, which the host says once a
 * second, and at what pace VMware's driver takes them from its guest or gives them back.
 */
public final class Balloon {
  private final long most;
  private final long fast;
  private final long slow;
  private long target;
  private long size;

  /** An empty balloon in a guest of {@code pages}. */
  public Balloon(BalloonSpec spec, long pages) {
    this.most = (long) (spec.max().value() * pages);
    this.fast = (long) spec.fast().perSecond();
    this.slow = (long) spec.slow().perSecond();
  }

  /** Pages in it. */
  public long size() {
    return size;
  }

  /** Pages that are to be in it. */
  public long target() {
    return target;
  }

  /** The host wants so many pages in it; it takes no more than it can. */
  public void aim(long pages) {
    target = Math.max(0, Math.min(most, pages));
  }

  /** Whether it is, or is to be, as large as it can be. */
  public boolean isFull() {
    return target >= most;
  }

  /** Pages to give back in this second. */
  public long deflation() {
    return Math.max(0, Math.min(fast, size - target));
  }

  /**
   * Pages to take in this second.
   *
   * @param free pages that the guest has free
   */
  public long inflation(long free) {
    long wanted = Math.max(0, target - size);
    return Math.min(wanted, free >= slow ? Math.min(free, fast) : slow);
  }

  /** A page is taken (1) or given back (-1). */
  public void changed(int pages) {
    size += pages;
  }
}
