package vdcsim.hypervisor.memory.overcommit;

import vdcsim.hypervisor.memory.overcommit.balloon.Balloon;

/** A driver in a guest that gives its memory to the host, and has it back. */
interface Ballooning {
  /** How large it is, and is to be. */
  Balloon balloon();

  /** Whether it is at work, so that frames may become free. */
  boolean isAtWork();

  /** A second has passed. */
  void everySecond();

  /**
   * A thread of the guest found no page.
   *
   * @return whether the thread is made ready as soon as pages are back
   */
  boolean relieves(Fiber fiber);
}
