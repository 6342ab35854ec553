package vdcsim.hypervisor.dirty;

import java.util.Optional;

/**
 * A guest's memory as it is to be copied.
 *
 * @param pages of 4096 bytes, all together
 * @param zeroPages how many of them hold nothing but zeros
 * @param writer how the rest is written; nothing writes without it
 */
public record Memory(long pages, long zeroPages, Optional<DirtySpec> writer) {
  /** A page of x86. */
  public static final int PAGE_BYTES = 4096;

  /** Pages that are written at some time; they are never zero. */
  long written() {
    return writer.map(DirtySpec::pages).orElse(0L);
  }

  /** Pages that the guest writes in a second while it runs, at first. */
  public double writesPerSecond() {
    return writer.map(w -> w.pagesPerSecond(0)).orElse(0.0);
  }

  /** Whether the guest writes while its processors compute, and not whenever it runs. */
  public boolean followsWork() {
    return writer.map(w -> w.drive() == Drive.COMPUTING).orElse(false);
  }

  /** How much of a page has changed when it is sent again. */
  public int changedBytes() {
    return writer.map(w -> Math.toIntExact(w.change().bytes())).orElse(PAGE_BYTES);
  }

  /** Pages that hold data and are never written. */
  long still() {
    return pages - zeroPages - written();
  }
}
