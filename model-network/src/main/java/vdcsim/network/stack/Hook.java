package vdcsim.network.stack;

/** Looks at packets at points of their way, and may change them or keep them. */
@FunctionalInterface
public interface Hook {
  /**
   * A packet, always a whole one, has come to a point of its way.
   *
   * @return whether it goes on; who keeps it counts it, with the reason
   */
  boolean pass(HookPoint point, Passage passage);
}
