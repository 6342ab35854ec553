package vdcsim.hardware.disk;

import vdcsim.hardware.pci.Dma;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * An NVMe disk's way to memory (NVM Express 1.3, 4.1 and 4.6): a doorbell, upon which it reads an
 * entry of 64 bytes from the submission queue; the data; an entry of 16 bytes in the completion
 * queue, and a message that interrupts, which goes behind it.
 */
final class NvmeLink implements HostLink {
  private static final int SUBMISSION_ENTRY = 64;
  private static final int COMPLETION_ENTRY = 16;
  private static final int MESSAGE = 4;

  private final Dma dma;

  NvmeLink(Dma dma) {
    this.dma = dma;
  }

  @Override
  public void command(EventHandler whenKnown, int kind, Object reference) {
    dma.read(Dma.ANYWHERE, SUBMISSION_ENTRY, whenKnown, kind, 0, reference);
  }

  @Override
  public void toHost(long bytes, EventHandler whenThere, int kind, Object reference) {
    if (bytes > 0) {
      dma.write(Dma.ANYWHERE, bytes, (k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    }
    dma.write(Dma.ANYWHERE, COMPLETION_ENTRY, (k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    dma.write(Dma.ANYWHERE, MESSAGE, whenThere, kind, 0, reference);
  }

  @Override
  public void fromHost(long bytes, EventHandler whenThere, int kind, Object reference) {
    dma.read(Dma.ANYWHERE, bytes, whenThere, kind, 0, reference);
  }
}
