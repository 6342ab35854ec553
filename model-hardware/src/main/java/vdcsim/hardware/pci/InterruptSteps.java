package vdcsim.hardware.pci;

import vdcsim.kernel.EventHandler;

/** What taking an interrupt and ending it costs a processor; none costs an object. */
public interface InterruptSteps {
  /** The processor leaves what it does for an interrupt, then calls {@code whenEntered}. */
  void enter(EventHandler whenEntered, int kind, long argument, Object reference);

  /** The processor writes end-of-interrupt, then calls {@code whenEnded}. */
  void end(EventHandler whenEnded, int kind, long argument, Object reference);
}
