package vdcsim.hypervisor.vdisk;

import vdcsim.hardware.pci.Registers;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** Accesses to registers that a driver makes one after the other; it can be run again and again. */
final class RegisterProgram implements EventHandler {
  private static final int MOST = 32;

  private final int[] bars = new int[MOST];
  private final int[] offsets = new int[MOST];
  private final int[] widths = new int[MOST];
  private final long[] values = new long[MOST];
  private final boolean[] writes = new boolean[MOST];
  private int length;
  private int at;
  private Registers registers;
  private EventHandler whenDone = this;
  private int kind;
  private Object reference = Simulation.NO_REFERENCE;

  /** Adds a read, whose value nobody needs. */
  RegisterProgram read(int bar, int offset, int width) {
    return add(bar, offset, width, 0, false);
  }

  /** Adds a write. */
  RegisterProgram write(int bar, int offset, int width, long value) {
    return add(bar, offset, width, value, true);
  }

  private RegisterProgram add(int bar, int offset, int width, long value, boolean write) {
    bars[length] = bar;
    offsets[length] = offset;
    widths[length] = width;
    values[length] = value;
    writes[length] = write;
    length++;
    return this;
  }

  /** Changes what a write writes. */
  void value(int step, long value) {
    values[step] = value;
  }

  /** How many accesses it has. */
  int length() {
    return length;
  }

  /** Runs it from the beginning; it must not run already. */
  void run(Registers on, EventHandler then, int thenKind, Object thenReference) {
    registers = on;
    whenDone = then;
    kind = thenKind;
    reference = thenReference;
    at = 0;
    step();
  }

  private void step() {
    int i = at;
    if (i == length) {
      whenDone.handle(kind, 0, reference);
    } else if (writes[i]) {
      registers.write(
          bars[i], offsets[i], widths[i], values[i], this, 0, 0, Simulation.NO_REFERENCE);
    } else {
      registers.read(bars[i], offsets[i], widths[i], this, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int stepKind, long argument, Object stepReference) {
    at++;
    step();
  }
}
