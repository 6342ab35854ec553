package vdcsim.hypervisor.vnic.card;

/** Something that a thread of the host does for a card, piece by piece. */
public interface Turn {
  /** There is nothing to do. */
  long NOTHING = -1;

  /**
   * Begins the next piece; returns how many cycles it takes, or {@link #NOTHING}: the thread will
   * sleep, and be woken for the next.
   */
  long begin();

  /** The piece has been computed. */
  void end();
}
