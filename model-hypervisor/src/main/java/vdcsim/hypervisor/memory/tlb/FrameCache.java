package vdcsim.hypervisor.memory.tlb;

/** The nested TLB: which frame of the host is behind a frame of the guest. */
public final class FrameCache {
  /** What is found where nothing is. */
  public static final long MISS = SetCache.MISS;

  private final SetCache cache;

  /** Empty. */
  public FrameCache(TlbSpec spec) {
    this.cache = new SetCache(spec.nested(), Math.max(1, spec.nested()));
  }

  /** The entry for a frame of the guest. */
  public long find(long guestFrame) {
    return cache.find(guestFrame);
  }

  /** Keeps an entry. */
  public void keep(long guestFrame, long entry) {
    cache.keep(guestFrame, entry);
  }

  /** Forgets everything. */
  public void clear() {
    cache.clear();
  }
}
