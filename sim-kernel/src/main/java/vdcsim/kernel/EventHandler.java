package vdcsim.kernel;

/**
 * What happens at an event. One handler serves many events, told apart by small arguments, so that
 * an event needs no object of its own.
 */
@FunctionalInterface
public interface EventHandler {
  /**
   * Runs the event.
   *
   * @param kind which of the handler's events this is; the handler's own constants
   * @param argument a number that the scheduler passed on
   * @param reference an object that the scheduler passed on, or {@link Simulation#NO_REFERENCE}
   */
  void handle(int kind, long argument, Object reference);
}
