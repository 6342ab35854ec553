package vdcsim.hardware.cpu;

import java.util.List;

/**
 * How a machine's logical processors hang together. Core c has the processors c, c + cores, c + 2
 * cores, ..., one a hardware thread; cores that follow each other share a NUMA node.
 *
 * @param cores all sockets together
 * @param throughput by how many threads of a core are busy, the first for one: what the core does
 *     of what it does for one
 * @param nodes memory nodes, each with as many cores
 * @param farCost how much longer a reference to another node's memory takes than one to the own
 */
public record Topology(int cores, List<Double> throughput, int nodes, double farCost) {
  public Topology {
    throughput = List.copyOf(throughput);
    if (cores < 1 || nodes < 1 || cores % nodes != 0) {
      throw new IllegalArgumentException(cores + " cores cannot be split into " + nodes + " nodes");
    }
  }

  /** A machine whose processors are all alike. */
  public static Topology flat(int cores) {
    return new Topology(cores, List.of(1.0), 1, 1);
  }

  /** Whether it matters where a task runs. */
  public boolean isFlat() {
    return threads() == 1 && nodes == 1;
  }

  /** Hardware threads of a core. */
  public int threads() {
    return throughput.size();
  }

  /** Logical processors. */
  public int cpus() {
    return cores * threads();
  }

  /** The core of a processor. */
  public int core(int cpu) {
    return cpu % cores;
  }

  /** The memory node of a processor. */
  public int node(int cpu) {
    return core(cpu) / (cores / nodes);
  }

  /** How fast each of so many busy threads of a core is. */
  long speed(int busy) {
    return busy == 1 ? Speed.FULL : Speed.of(throughput.get(busy - 1) / busy);
  }

  /**
   * How fast a task is whose memory lies on another node.
   *
   * @param memoryShare the part of its time that it waits for memory when that is near
   */
  long farSpeed(double memoryShare) {
    return Speed.of(1 / (1 + memoryShare * (farCost - 1)));
  }
}
