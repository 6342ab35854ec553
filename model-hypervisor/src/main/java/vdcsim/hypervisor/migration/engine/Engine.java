package vdcsim.hypervisor.migration.engine;

/** A way to move a virtual machine. */
public interface Engine {
  /** The way to the destination is open: bytes flow from now on. */
  void begin();

  /** Nothing more can be sent. What the engine has under way is given up. */
  void failed();

  /** The way is open again after it broke behind the hand-over. */
  default void recovered() {
    throw new IllegalStateException("nothing is sent behind the hand-over");
  }
}
