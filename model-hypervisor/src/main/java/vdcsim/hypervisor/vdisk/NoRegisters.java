package vdcsim.hypervisor.vdisk;

import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.Interception;
import vdcsim.kernel.EventHandler;

/** The registers of a disk that has none: a split driver of Xen reaches memory only. */
final class NoRegisters implements Registers {
  static Registers of(Interception thread) {
    return new NoRegisters();
  }

  private static UnsupportedOperationException none() {
    return new UnsupportedOperationException("a disk of Xen has no registers");
  }

  @Override
  public void read(
      int bar, long offset, int width, EventHandler whenRead, int kind, Object reference) {
    throw none();
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
    throw none();
  }

  @Override
  public void readConfig(int offset, int width, EventHandler whenRead, int kind, Object reference) {
    throw none();
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
    throw none();
  }
}
