package vdcsim.hardware.pci;

import java.util.function.LongUnaryOperator;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;

/** The registers of a device that nobody stands before: on a bare host, or passed through. */
public final class DirectRegisters extends PooledRegisters implements EventHandler {
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
    super(device);
    this.context = context;
    this.costs = costs;
    this.cycles = cycles;
  }

  /** How many accesses reached nothing. */
  public long unclaimed() {
    return pool().unclaimed();
  }

  @Override
  protected void start(Access access) {
    context.execute(cycles.applyAsLong(costs.ns(access)), this, 0, 0, access);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    Access access = (Access) reference;
    access.reach();
    access.finish();
  }
}
