package vdcsim.hypervisor.cpu.cost;

/**
 * What a context switch costs more because a monitor keeps data of its own for each address space,
 * which compete with those of the processes for the cache.
 *
 * <p>Of what a process wants of its data after a switch it finds all, as long as the data of all
 * processes fill a quarter of the cache, and nothing once they fill it twice; between them the
 * share that is missed grows by as much with each doubling.
 *
 * @param cacheBytes how much the cache holds; 0 where it is not known, and nothing is charged
 * @param lineCycles what a line costs that is missed
 */
public record CachePressure(long cacheBytes, long lineCycles) {
  private static final int LINE = 64;
  private static final double DOUBLINGS = 3;

  /** The cache of a processor. */
  public static CachePressure of(Costs costs) {
    return new CachePressure(costs.part("cache", 0), costs.part("line", 0));
  }

  /** Cycles that a switch costs more. */
  public long extraCycles(long workingSet, int processes, long footprint) {
    if (cacheBytes == 0 || footprint == 0) {
      return 0;
    }
    return StrictMath.round(
        reload(workingSet + footprint, processes) - reload(workingSet, processes));
  }

  private double reload(long each, int processes) {
    double lines = (double) each / LINE;
    double quarters = 4.0 * processes * each / cacheBytes;
    double doublings = StrictMath.log(quarters) / StrictMath.log(2);
    return lines * Math.max(0, Math.min(1, doublings / DOUBLINGS)) * lineCycles;
  }
}
