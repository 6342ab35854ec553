package vdcsim.hardware.pci;

import java.util.function.LongUnaryOperator;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;

/** The registers of a device that nobody stands before: on a bare host, or passed through. */
public final class DirectRegisters implements Registers, EventHandler {
  private final Access.Pool pool;
  private final ExecutionContext context;
  private final AccessCosts costs;
  private final LongUnaryOperator cycles;

  /**
   * The registers as software of an execution context reaches them.
   *
   * @param cycles the cycles of the processor that pass in some nanoseconds
   */
  public DirectRegisters(
      Device device, ExecutionContext context, AccessCosts costs, LongUnaryOperator cycles) {
    this.pool = new Access.Pool(device);
    this.context = context;
    this.costs = costs;
    this.cycles = cycles;
  }

  /** How many accesses reached nothing. */
  public long unclaimed() {
    return pool.unclaimed();
  }

  @Override
  public void read(
      int bar, long offset, int width, EventHandler whenRead, int kind, Object reference) {
    start(pool.read(bar, offset, width, whenRead, kind, reference));
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
    start(pool.write(bar, offset, width, value, whenWritten, kind, argument, reference));
  }

  @Override
  public void readConfig(int offset, int width, EventHandler whenRead, int kind, Object reference) {
    start(pool.readConfig(offset, width, whenRead, kind, reference));
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
    start(pool.writeConfig(offset, width, value, whenWritten, kind, argument, reference));
  }

  private void start(Access access) {
    context.execute(cycles.applyAsLong(costs.ns(access)), this, 0, 0, access);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    Access access = (Access) reference;
    access.reach();
    access.finish();
  }
}
