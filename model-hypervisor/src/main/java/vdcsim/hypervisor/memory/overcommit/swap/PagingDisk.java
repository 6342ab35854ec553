package vdcsim.hypervisor.memory.overcommit.swap;

import java.util.Arrays;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** Disks that serve requests in the order in which they come, each disk one at a time. */
public final class PagingDisk {
  private static final long PAGE_BITS = 4096L * 8;
  private static final double SECOND_NS = 1e9;

  private final Simulation simulation;
  private final long accessNs;
  private final double pageNs;
  private final long[] freeAtNs;
  private long busyNs;

  /** Idle disks. */
  public PagingDisk(SwapSpec spec, Simulation simulation) {
    this.simulation = simulation;
    this.accessNs = spec.access().toNanos();
    this.pageNs = PAGE_BITS * SECOND_NS / spec.rate().bitsPerSecond();
    this.freeAtNs = new long[spec.disks()];
  }

  /** Reads or writes pages that lie side by side, and calls back when it is done. */
  public void transfer(
      int pages, EventHandler whenDone, int kind, long argument, Object reference) {
    int disk = 0;
    for (int i = 1; i < freeAtNs.length; i++) {
      disk = freeAtNs[i] < freeAtNs[disk] ? i : disk;
    }
    long serviceNs = accessNs + StrictMath.round(pages * pageNs);
    long now = simulation.now();
    freeAtNs[disk] = Math.max(now, freeAtNs[disk]) + serviceNs;
    busyNs += serviceNs;
    simulation.schedule(freeAtNs[disk] - now, whenDone, kind, argument, reference);
  }

  /** How long a disk has been busy, in the mean. */
  public double busyNs() {
    long now = simulation.now();
    long ahead = Arrays.stream(freeAtNs).map(at -> Math.max(0, at - now)).sum();
    return (double) (busyNs - ahead) / freeAtNs.length;
  }
}
