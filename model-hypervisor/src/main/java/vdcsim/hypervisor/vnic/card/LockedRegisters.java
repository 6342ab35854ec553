package vdcsim.hypervisor.vnic.card;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.GuestRegisters;
import vdcsim.hypervisor.io.Interception;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** Registers of a modelled device behind a lock: an access waits until no other is under way. */
final class LockedRegisters implements Registers, EventHandler {
  private static final int GRANTED = 0;
  private static final int DONE = 1;
  private static final int ARRIVED = 2;

  private final Registers registers;
  private final BigLock lock;
  private final ExecutionContext thread;
  private final long wayCycles;
  private final boolean interrupts;
  private final Deque<Pending> free = new ArrayDeque<>();

  /** An access that waits or is under way. */
  private static final class Pending {
    private boolean write;
    private boolean config;
    private int bar;
    private long offset;
    private int width;
    private long value;
    private EventHandler handler = (kind, argument, reference) -> {};
    private int kind;
    private long argument;
    private Object reference = Simulation.NO_REFERENCE;
  }

  /**
   * Registers behind a lock.
   *
   * @param by whoever reaches them, on whose context the way to the process passes
   * @param interrupts whether it is the guest's interrupt handler that reaches them
   */
  LockedRegisters(GuestRegisters registers, BigLock lock, Interception by, boolean interrupts) {
    this.wayCycles = by.costs().wayToProcess();
    this.registers = registers.spentBefore(wayCycles);
    this.thread = by.vcpu();
    this.lock = lock;
    this.interrupts = interrupts;
  }

  private void take(Pending access) {
    thread.execute(wayCycles, this, ARRIVED, 0, access);
  }

  private void lock(Pending access) {
    if (interrupts) {
      lock.takeInInterrupt(this, GRANTED, access);
    } else {
      lock.take(this, GRANTED, access);
    }
  }

  private Pending pending(int width, EventHandler handler, int kind, Object reference) {
    Pending access = free.isEmpty() ? new Pending() : free.removeLast();
    access.width = width;
    access.handler = handler;
    access.kind = kind;
    access.reference = reference;
    access.write = false;
    access.config = false;
    return access;
  }

  @Override
  public void read(
      int bar, long offset, int width, EventHandler whenRead, int kind, Object reference) {
    Pending access = pending(width, whenRead, kind, reference);
    access.bar = bar;
    access.offset = offset;
    take(access);
  }

  @Override
  public void write(
      int bar,
      long offset,
      int width,
      long value,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference) {
    Pending access = pending(width, whenWritten, kind, reference);
    access.write = true;
    access.bar = bar;
    access.offset = offset;
    access.value = value;
    access.argument = argument;
    take(access);
  }

  @Override
  public void readConfig(int offset, int width, EventHandler whenRead, int kind, Object reference) {
    Pending access = pending(width, whenRead, kind, reference);
    access.config = true;
    access.offset = offset;
    take(access);
  }

  @Override
  public void writeConfig(
      int offset,
      int width,
      long value,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference) {
    Pending access = pending(width, whenWritten, kind, reference);
    access.config = true;
    access.write = true;
    access.offset = offset;
    access.value = value;
    access.argument = argument;
    take(access);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    Pending access = (Pending) reference;
    switch (kind) {
      case ARRIVED -> lock(access);
      case GRANTED -> start(access);
      default -> finish(access, access.write ? access.argument : argument);
    }
  }

  private void start(Pending access) {
    int at = (int) access.offset;
    if (access.config && access.write) {
      registers.writeConfig(at, access.width, access.value, this, DONE, 0, access);
    } else if (access.config) {
      registers.readConfig(at, access.width, this, DONE, access);
    } else if (access.write) {
      registers.write(access.bar, at, access.width, access.value, this, DONE, 0, access);
    } else {
      registers.read(access.bar, at, access.width, this, DONE, access);
    }
  }

  private void finish(Pending access, long argument) {
    EventHandler told = access.handler;
    int kind = access.kind;
    Object reference = access.reference;
    access.reference = Simulation.NO_REFERENCE;
    free.addLast(access);
    lock.release();
    told.handle(kind, argument, reference);
  }
}
