package vdcsim.hardware.pci;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** An access on its way to a device; it goes back to its pool when it is over. */
public final class Access {
  private final Pool pool;
  private boolean write;
  private boolean config;
  private int bar;
  private long offset;
  private int width;
  private long value;
  private EventHandler handler;
  private int kind;
  private long argument;
  private Object reference = Simulation.NO_REFERENCE;

  private Access(Pool pool, EventHandler first) {
    this.pool = pool;
    this.handler = first;
  }

  /** Accesses of one device that are over and can be used again, so that none costs an object. */
  public static final class Pool {
    private final Device device;
    private final Deque<Access> free = new ArrayDeque<>();
    private long unclaimed;

    /** No accesses yet. */
    public Pool(Device device) {
      this.device = device;
    }

    /** The device. */
    public Device device() {
      return device;
    }

    /** How many accesses reached nothing, because the device did not decode them. */
    public long unclaimed() {
      return unclaimed;
    }

    /** A read of a register; {@code handler} gets the value as its argument. */
    public Access read(
        int bar, long offset, int width, EventHandler handler, int kind, Object reference) {
      return take(false, bar, offset, width, handler, kind, reference);
    }

    /** A write of a register. */
    public Access write(
        int bar,
        long offset,
        int width,
        long value,
        EventHandler handler,
        int kind,
        long argument,
        Object reference) {
      Access access = take(false, bar, offset, width, handler, kind, reference);
      access.write = true;
      access.value = value;
      access.argument = argument;
      return access;
    }

    /** A read of the configuration space. */
    public Access readConfig(
        int offset, int width, EventHandler handler, int kind, Object reference) {
      return take(true, 0, offset, width, handler, kind, reference);
    }

    /** A write to the configuration space. */
    public Access writeConfig(
        int offset,
        int width,
        long value,
        EventHandler handler,
        int kind,
        long argument,
        Object reference) {
      Access access = take(true, 0, offset, width, handler, kind, reference);
      access.write = true;
      access.value = value;
      access.argument = argument;
      return access;
    }

    private Access take(
        boolean config,
        int bar,
        long offset,
        int width,
        EventHandler handler,
        int kind,
        Object reference) {
      Access access = free.isEmpty() ? new Access(this, handler) : free.removeLast();
      access.write = false;
      access.config = config;
      access.bar = bar;
      access.offset = offset;
      access.width = Width.check(width);
      access.handler = handler;
      access.kind = kind;
      access.reference = reference;
      return access;
    }
  }

  /** Whether it writes. */
  public boolean isWrite() {
    return write;
  }

  /** Whether it goes to the configuration space. */
  public boolean isConfig() {
    return config;
  }

  /** Whether it goes to a port, and not to memory. */
  public boolean isPort() {
    return !config && pool.device.config().space(bar) == Space.PORTS;
  }

  /** Whether it writes the register at a place. */
  public boolean writes(int atBar, long atOffset) {
    return write && !config && bar == atBar && offset == atOffset;
  }

  /** It reaches the device. */
  public void reach() {
    Device device = pool.device;
    if (config) {
      reachConfig(device.config());
    } else if (!device.config().decodes(bar, offset, width)) {
      // PCI 3.0, 3.3.3.1: nobody claims it; a read gives ones, a write is lost.
      pool.unclaimed++;
      value = Width.ones(width);
    } else if (write) {
      device.write(bar, offset, width, value);
    } else {
      value = device.read(bar, offset, width);
    }
  }

  private void reachConfig(ConfigSpace space) {
    if (write) {
      space.write((int) offset, width, value);
    } else {
      value = space.read((int) offset, width);
    }
  }

  /** Other registers are asked the same; {@code whenDone} gets this access back. */
  public void passOn(Registers to, EventHandler whenDone, int doneKind) {
    if (config && write) {
      to.writeConfig((int) offset, width, value, whenDone, doneKind, 0, this);
    } else if (config) {
      to.readConfig((int) offset, width, whenDone, doneKind, this);
    } else if (write) {
      to.write(bar, offset, width, value, whenDone, doneKind, 0, this);
    } else {
      to.read(bar, offset, width, whenDone, doneKind, this);
    }
  }

  /** It is over, and what it read, if it does, was this: the driver goes on. */
  public void finish(long read) {
    value = read;
    finish();
  }

  /** It is over: the driver goes on. */
  public void finish() {
    EventHandler told = handler;
    int itsKind = kind;
    long itsArgument = write ? argument : value;
    Object itsReference = reference;
    reference = Simulation.NO_REFERENCE;
    pool.free.addLast(this);
    told.handle(itsKind, itsArgument, itsReference);
  }
}
