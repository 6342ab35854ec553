package vdcsim.hypervisor.vnic.card;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The lock that a process of the host holds while one of its threads works on a modelled device
 * (QEMU, qemu_mutex_lock_iothread): virtual processors that exit to it, and its own thread, wait
 * for each other, in the order in which they came.
 */
final class BigLock {
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private final Deque<Waiter> free = new ArrayDeque<>();
  private final BooleanSupplier displaced;
  private boolean taken;
  private int within;

  /**
   * A free lock.
   *
   * @param displaced whether the guest's thread that may have it lost its processor to an interrupt
   */
  BigLock(BooleanSupplier displaced) {
    this.displaced = displaced;
  }

  /** Somebody who waits; used again and again. */
  private static final class Waiter {
    private EventHandler granted = (kind, argument, reference) -> {};
    private int kind;
    private Object reference = Simulation.NO_REFERENCE;
  }

  /** Calls {@code granted} when the lock is the caller's: at once, if it is free. */
  void take(EventHandler granted, int kind, Object reference) {
    if (!taken) {
      taken = true;
      granted.handle(kind, 0, reference);
      return;
    }
    Waiter waiter = free.isEmpty() ? new Waiter() : free.removeLast();
    waiter.granted = granted;
    waiter.kind = kind;
    waiter.reference = reference;
    waiting.addLast(waiter);
  }

  /**
   * The interrupt handler of the guest takes it: an interrupt comes in when an exit is over, so
   * that a thread which it displaced has the lock no more.
   */
  void takeInInterrupt(EventHandler granted, int kind, Object reference) {
    if (taken && displaced.getAsBoolean()) {
      within++;
      granted.handle(kind, 0, reference);
    } else {
      take(granted, kind, reference);
    }
  }

  /** Whoever has it gives it back. */
  void release() {
    if (within > 0) {
      within--;
    } else if (waiting.isEmpty()) {
      taken = false;
    } else {
      grant();
    }
  }

  private void grant() {
    Waiter next = waiting.removeFirst();
    Object reference = next.reference;
    next.reference = Simulation.NO_REFERENCE;
    free.addLast(next);
    next.granted.handle(next.kind, 0, reference);
  }
}
