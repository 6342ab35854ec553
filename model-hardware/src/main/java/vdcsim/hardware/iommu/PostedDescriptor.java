package vdcsim.hardware.iommu;

/**
 * A descriptor to which interrupts for a virtual processor are posted (VT-d 2.4, 5.2 and 9.11): a
 * bit a vector, and whom to notify.
 *
 * <p>A virtual processor that runs takes the bits without an exit, one that is halted is woken by
 * another vector, and no notification is sent for one that waits for its turn: it takes the bits
 * when it enters. Notifications arrive at once.
 */
public final class PostedDescriptor {
  private static final int VECTORS = 256;

  private final long[] requests = new long[VECTORS / Long.SIZE];
  private final VirtualProcessor processor;
  private boolean pending;
  private long notified;
  private long woken;
  private long suppressed;
  private long merged;

  /** The virtual processor as the one who posts sees it. */
  public interface VirtualProcessor {
    /** What it does. */
    State state();

    /** Its virtual APIC takes a vector. */
    void take(int vector);

    /** Runs something when it gets a processor again. */
    void whenItEnters(Runnable action);

    /** What a virtual processor does. */
    enum State {
      RUNNING,
      /** It has something to do, and no processor. */
      WAITING,
      /** It has nothing to do. */
      HALTED
    }
  }

  /** A descriptor without requests. */
  public PostedDescriptor(VirtualProcessor processor) {
    this.processor = processor;
  }

  /** An interrupt is posted. */
  void post(int vector) {
    long bit = 1L << vector;
    boolean known = (requests[vector / Long.SIZE] & bit) != 0;
    requests[vector / Long.SIZE] |= bit;
    if (known) {
      merged++;
    }
    boolean wasPending = pending;
    pending = true;
    switch (processor.state()) {
      case RUNNING -> {
        notified++;
        sync();
      }
      case HALTED -> {
        woken++;
        sync();
      }
      case WAITING -> {
        suppressed++;
        if (!wasPending) {
          processor.whenItEnters(this::sync);
        }
      }
    }
  }

  /** The requests go to the virtual APIC (Intel SDM volume 3, 30.6). */
  private void sync() {
    if (!pending) {
      return;
    }
    pending = false;
    for (int word = 0; word < requests.length; word++) {
      while (requests[word] != 0) {
        int bit = Long.numberOfTrailingZeros(requests[word]);
        requests[word] &= ~(1L << bit);
        processor.take(word * Long.SIZE + bit);
      }
    }
  }

  /** Notifications that a running virtual processor took without an exit. */
  public long notified() {
    return notified;
  }

  /** Notifications that woke a halted one. */
  public long woken() {
    return woken;
  }

  /** Requests that waited for the virtual processor's turn. */
  public long suppressed() {
    return suppressed;
  }

  /** Requests of a vector that was requested already. */
  public long merged() {
    return merged;
  }
}
