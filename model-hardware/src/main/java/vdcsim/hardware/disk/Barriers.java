package vdcsim.hardware.disk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which writes a flush waits for: those that were in the memory of a disk, or of its host, when it
 * came, not those that came later.
 */
public final class Barriers {
  private final Deque<Epoch> epochs = new ArrayDeque<>();
  private final Consumer<DiskRequest> done;

  /** Writes between two flushes. */
  public static final class Epoch {
    private int open;
    private Optional<DiskRequest> flush = Optional.empty();
  }

  /** Tells {@code done} of each flush whose writes have all been stored. */
  public Barriers(Consumer<DiskRequest> done) {
    this.done = done;
    epochs.addLast(new Epoch());
  }

  /** Something is in memory, and is to be stored. */
  public Epoch open() {
    Epoch now = epochs.getLast();
    now.open++;
    return now;
  }

  /** It has been stored. */
  public void stored(Epoch of) {
    of.open--;
    settle();
  }

  /** A flush waits for all that is in memory. */
  public void flush(DiskRequest request) {
    epochs.getLast().flush = Optional.of(request);
    epochs.addLast(new Epoch());
    settle();
  }

  private void settle() {
    while (epochs.getFirst().open == 0 && epochs.getFirst().flush.isPresent()) {
      done.accept(epochs.removeFirst().flush.orElseThrow());
    }
  }
}
