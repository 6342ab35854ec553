package vdcsim.hypervisor.memory.overcommit;

import vdcsim.hypervisor.memory.overcommit.guest.GuestThread;

/** A thread of a guest, and the touch that it is about to make. */
final class Fiber {
  /** A thread without anything to do. */
  static final Fiber NOBODY =
      new Fiber(
          new GuestThread() {
            @Override
            public int next() {
              return END;
            }

            @Override
            public boolean writes() {
              return false;
            }

            @Override
            public int ahead() {
              return 0;
            }

            @Override
            public long cycles() {
              return 0;
            }

            @Override
            public long pauseNs() {
              return 0;
            }
          });

  private final GuestThread thread;
  private int piece;
  private boolean writes;
  private boolean pending;

  Fiber(GuestThread thread) {
    this.thread = thread;
  }

  GuestThread thread() {
    return thread;
  }

  /** The piece to touch, the same until {@link #touched}; or that it pauses or has ended. */
  int piece() {
    if (!pending) {
      piece = thread.next();
      writes = thread.writes();
      pending = piece >= 0;
    }
    return piece;
  }

  boolean writes() {
    return writes;
  }

  void touched() {
    pending = false;
  }
}
