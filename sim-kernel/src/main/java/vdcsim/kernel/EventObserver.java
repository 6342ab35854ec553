package vdcsim.kernel;

/**
 * Sees every event just before it runs, as a trace or a time line does. It must change nothing in
 * the run.
 */
@FunctionalInterface
public interface EventObserver {
  /**
   * An event is about to run.
   *
   * @param timeNs its instant, which is now
   * @param priority its priority
   * @param handler who runs it
   * @param kind the handler's kind
   * @param argument the number that the scheduler passed on
   * @param reference the object that the scheduler passed on; for a plain action, the action
   */
  void observe(
      long timeNs, int priority, EventHandler handler, int kind, long argument, Object reference);
}
