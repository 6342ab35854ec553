package vdcsim.hypervisor.memory.overcommit;

/** How scarce a host's memory is, best first. */
enum MemoryState {
  /** Nothing is taken back. */
  HIGH,
  /** Balloons take memory back; the host swaps where they cannot. */
  SOFT,
  /** The host swaps. */
  HARD,
  /** The host swaps, and machines above their targets stand still. */
  LOW;

  boolean isWorseThan(MemoryState other) {
    return compareTo(other) > 0;
  }
}
