package vdcsim.hardware.disk;

import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A SATA link of 6 Gb/s: half duplex, 8 bits in 10 (SATA 3.0). A frame carries at most 8192 bytes
 * of data, and takes 28 bytes of its own with its primitives.
 */
final class SataLink implements HostLink {
  private static final long BYTES_PER_SECOND = 600_000_000L;
  private static final int FRAME = 8192;
  private static final int FRAME_EXTRA = 28;

  /** A command's frame to the disk, and one back that sets its tag free. */
  private static final int COMMAND_BYTES = 2 * (20 + FRAME_EXTRA);

  private final Simulation simulation;
  private final Server server;

  SataLink(Simulation simulation) {
    this.simulation = simulation;
    this.server = new Server(simulation);
  }

  private void cross(long bytes, EventHandler whenThere, int kind, Object reference) {
    long ns = (bytes * 1_000_000_000L + BYTES_PER_SECOND - 1) / BYTES_PER_SECOND;
    simulation.schedule(server.serve(ns), whenThere, kind, 0, reference);
  }

  private static long framed(long bytes) {
    return bytes + (bytes + FRAME - 1) / FRAME * FRAME_EXTRA;
  }

  @Override
  public void command(EventHandler whenKnown, int kind, Object reference) {
    cross(COMMAND_BYTES, whenKnown, kind, reference);
  }

  @Override
  public void toHost(long bytes, EventHandler whenThere, int kind, Object reference) {
    cross(framed(bytes), whenThere, kind, reference);
  }

  @Override
  public void fromHost(long bytes, EventHandler whenThere, int kind, Object reference) {
    cross(framed(bytes), whenThere, kind, reference);
  }
}
