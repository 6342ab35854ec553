package vdcsim.kernel.world;

/** The second pass: connects a thing to others by name, and sets it going. */
@FunctionalInterface
public interface Wiring {
  /** For a thing that needs no other. */
  Wiring NONE = () -> {};

  /**
   * Runs when every named thing has been made.
   *
   * @throws vdcsim.kernel.spec.Refusal when a name leads nowhere
   */
  void connect();
}
