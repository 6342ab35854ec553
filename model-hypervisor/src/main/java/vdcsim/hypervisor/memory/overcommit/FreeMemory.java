package vdcsim.hypervisor.memory.overcommit;

/**
 * The state of a host's free memory. It gets worse when less is free than a threshold, and better
 * by one step when significantly more is free than the threshold above, so that it does not flutter
 * (Waldspurger 2002, 6.3).
 */
final class FreeMemory {
  private final int high;
  private final int soft;
  private final int hard;
  private final int low;
  private final int margin;
  private MemoryState state = MemoryState.HIGH;

  FreeMemory(ThresholdsSpec spec, int frames) {
    this.high = (int) (spec.high().value() * frames);
    this.soft = (int) (spec.soft().value() * frames);
    this.hard = (int) (spec.hard().value() * frames);
    this.low = (int) (spec.low().value() * frames);
    this.margin = (int) (spec.margin().value() * frames);
  }

  MemoryState state() {
    return state;
  }

  /** Frames that are free when all machines are at their targets. */
  int goal() {
    return high + margin + 1;
  }

  /** Frames to be free for swapping to end: above what leads back to the soft state. */
  int swapGoal() {
    return soft + margin + 1;
  }

  /** Whether the state changes with so many free frames. */
  boolean changes(int free) {
    return next(free) != state;
  }

  /** So many frames are free now. */
  void update(int free) {
    while (changes(free)) {
      state = next(free);
    }
  }

  private MemoryState next(int free) {
    MemoryState fallen = fallen(free);
    return fallen.isWorseThan(state) ? fallen : risen(free);
  }

  private MemoryState fallen(int free) {
    if (free < low) {
      return MemoryState.LOW;
    }
    if (free < hard) {
      return MemoryState.HARD;
    }
    return free < soft ? MemoryState.SOFT : MemoryState.HIGH;
  }

  private MemoryState risen(int free) {
    return switch (state) {
      case HIGH -> MemoryState.HIGH;
      case SOFT -> free > high + margin ? MemoryState.HIGH : MemoryState.SOFT;
      case HARD -> free > soft + margin ? MemoryState.SOFT : MemoryState.HARD;
      case LOW -> free > hard + margin ? MemoryState.HARD : MemoryState.LOW;
    };
  }
}
