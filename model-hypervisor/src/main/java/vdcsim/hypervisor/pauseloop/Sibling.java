package vdcsim.hypervisor.pauseloop;

import vdcsim.hardware.cpu.Task;

/**
 * A virtual processor, as another of its machine sees it.
 *
 * @param <S> what those of a machine are
 */
public interface Sibling<S extends Sibling<S>> {
  /** Whether it wants a core and has none. */
  boolean isReady();

  /** Whether it had one, and lost it. */
  boolean wasPreempted();

  /** Whether its guest is in its kernel. */
  boolean isInKernel();

  /** Gives up this one's core for another. */
  Task.Yield yieldTo(S other);
}
