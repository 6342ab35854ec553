package vdcsim.hypervisor.migration.storage;

import vdcsim.hypervisor.migration.engine.PageChannel;
import vdcsim.hypervisor.migration.engine.Storage;
import vdcsim.kernel.Simulation;

/**
 * QEMU's drive-mirror: a pass over the disk, then over what was written meanwhile, until that goes
 * in one piece; from then on each write goes to both sides.
 */
public final class Mirror implements Storage {
  private static final double SECOND = 1e9;

  /** QEMU, block/mirror.c: what is under way at most. */
  private static final double PIECE_BYTES = 16 << 20;

  private final StorageSpec spec;
  private final PageChannel channel;
  private final Simulation simulation;

  /** A mirror over a connection of its own. */
  public Mirror(StorageSpec spec, PageChannel channel, Simulation simulation) {
    this.spec = spec;
    this.channel = channel;
    this.simulation = simulation;
  }

  @Override
  public void copy(Runnable ready, Runnable failed) {
    channel.open(spec.mostPerSecond(), () -> pass((double) spec.size().bytes(), ready), failed);
  }

  private void pass(double bytes, Runnable ready) {
    long beginNs = simulation.now();
    channel.whenDelivered(channel.delivered() + bytes, () -> passed(beginNs, ready));
  }

  private void passed(long beginNs, Runnable ready) {
    double seconds = (simulation.now() - beginNs) / SECOND;
    double written = Math.min((double) spec.size().bytes(), seconds * spec.writtenPerSecond());
    if (written > PIECE_BYTES) {
      pass(written, ready);
    } else {
      channel.cap(spec.writtenPerSecond());
      ready.run();
    }
  }

  @Override
  public void close() {
    channel.close();
  }

  @Override
  public double sentBytes() {
    return channel.delivered();
  }
}
