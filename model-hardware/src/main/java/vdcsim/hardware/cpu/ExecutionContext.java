package vdcsim.hardware.cpu;

import vdcsim.kernel.EventHandler;

/**
 * Where software runs, and who pays for it: whoever has something to compute asks for it here, and
 * is told when it is done.
 */
public interface ExecutionContext {
  /**
   * Computes for {@code cycles}, behind what was asked for before, then calls {@code whenDone}; it
   * costs no object.
   *
   * @throws IllegalArgumentException for a negative number of cycles
   */
  void execute(long cycles, EventHandler whenDone, int kind, long argument, Object reference);

  /** Computes for {@code cycles}, behind what was asked for before, then runs {@code whenDone}. */
  default void execute(long cycles, Runnable whenDone) {
    execute(cycles, (kind, argument, reference) -> whenDone.run(), 0, 0, whenDone);
  }

  /** A context whose computing takes no time, for scenarios that study protocols alone. */
  ExecutionContext FREE =
      (cycles, whenDone, kind, argument, reference) -> {
        if (cycles < 0) {
          throw new IllegalArgumentException("cycles cannot be negative, were " + cycles);
        }
        whenDone.handle(kind, argument, reference);
      };
}
