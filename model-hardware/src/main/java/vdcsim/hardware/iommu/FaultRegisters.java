package vdcsim.hardware.iommu;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.AccessCosts;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The fault recording registers (VT-d 2.4, 7.2.1): so many faults are held until software has read
 * them; one that finds no register free sets the overflow bit, and is blocked all the same. The
 * first raises the fault event, an interrupt of the host; its handler reads and frees all registers
 * (Linux, {@code dmar_fault}).
 */
final class FaultRegisters implements EventHandler {
  /** Linux, dmar_fault: three reads of 32 and 64 bits, and a write that frees it. */
  private static final long READ_NS =
      3 * AccessCosts.PCI_EXPRESS.memoryReadNs() + AccessCosts.PCI_EXPRESS.memoryWriteNs();

  private final Simulation simulation;
  private final int size;
  private final Consumer<Fault> reader;
  private final Deque<Fault> held = new ArrayDeque<>();
  private ExecutionContext handler = this::wait;
  private long cyclesARead = READ_NS;
  private long overflowed;
  private boolean serving;

  /**
   * Empty registers.
   *
   * @param size how many there are
   * @param reader told of each fault that software has read
   */
  FaultRegisters(Simulation simulation, int size, Consumer<Fault> reader) {
    this.simulation = simulation;
    this.size = size;
    this.reader = reader;
  }

  /** Where the host's processors are not modelled, reading takes its time and costs nobody. */
  private void wait(long ns, EventHandler done, int kind, long argument, Object reference) {
    simulation.schedule(ns, done, kind, argument, reference);
  }

  /** The handler of the fault event works here, at so many cycles for what takes so long. */
  void handledBy(ExecutionContext context, LongUnaryOperator cycles) {
    handler = context;
    cyclesARead = cycles.applyAsLong(READ_NS);
  }

  /** A request was blocked. */
  void record(Fault fault) {
    if (held.size() == size) {
      overflowed++;
      return;
    }
    held.add(fault);
    if (!serving) {
      serving = true;
      readNext();
    }
  }

  private void readNext() {
    handler.execute(cyclesARead, this, 0, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    reader.accept(held.remove());
    if (held.isEmpty()) {
      serving = false;
    } else {
      readNext();
    }
  }

  /** Faults of which no register was free. */
  long overflowed() {
    return overflowed;
  }
}
