package vdcsim.hardware.cpu;

/**
 * Where a task that wakes runs, on a machine with hardware threads or several memory nodes (Linux,
 * select_task_rq_fair): on a core none of whose threads is busy before an idle thread of a busy
 * one, on the node where it ran before another, where it ran last before elsewhere. A new task goes
 * to the node with the fewest busy processors.
 */
final class Placement {
  private static final int NOT_LAST = 1;
  private static final int BUSY_CORE = 2;
  private static final int OTHER_NODE = 4;
  private static final int READY = 8;

  private final Processor processor;
  private final Topology topology;
  private final Cores cores;

  Placement(Processor processor, Topology topology, Cores cores) {
    this.processor = processor;
    this.topology = topology;
    this.cores = cores;
  }

  int place(Task task) {
    int node = task.isNew() ? emptiest(task) : topology.node(task.cpu());
    int best = task.cpu();
    int bestCost = cost(task, best, node);
    for (int candidate : task.allowed()) {
      if (bestCost == 0) {
        return best;
      }
      int cost = cost(task, candidate, node);
      if (cost < bestCost) {
        best = candidate;
        bestCost = cost;
      }
    }
    return best;
  }

  private int cost(Task task, int candidate, int node) {
    LogicalCpu cpu = processor.cpu(candidate);
    int cost = cpu.isIdle() ? 0 : READY * cpu.queue().ready();
    cost += topology.node(candidate) == node ? 0 : OTHER_NODE;
    cost += cores.isIdle(candidate) ? 0 : BUSY_CORE;
    return cost + (candidate == task.cpu() ? 0 : NOT_LAST);
  }

  /** The allowed node on which the fewest tasks are ready. */
  private int emptiest(Task task) {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int node = 0; node < topology.nodes(); node++) {
      int ready = 0;
      boolean allowed = false;
      for (int cpu : task.allowed()) {
        if (topology.node(cpu) == node) {
          allowed = true;
          ready += processor.cpu(cpu).queue().ready();
        }
      }
      if (allowed && ready < least) {
        best = node;
        least = ready;
      }
    }
    return best;
  }
}
