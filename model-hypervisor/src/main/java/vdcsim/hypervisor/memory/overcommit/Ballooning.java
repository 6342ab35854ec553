package vdcsim.hypervisor.memory.overcommit;

/** A driver in a guest that gives its memory to the host, and has it back. */
interface Ballooning {
  /** Whether it is at work, so that frames may become free. */
  boolean isAtWork();

  /** A second has passed; the guest's balloon knows how large it is to be now. */
  void everySecond();

  /**
   * A thread of the guest found no page.
   *
   * @return whether the thread is made ready as soon as pages are back
   */
  boolean relieves(Fiber fiber);
}
