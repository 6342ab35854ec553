package vdcsim.hardware.cpu;

/**
 * The cores of a machine: how fast a hardware thread is depends on whether its siblings are busy.
 */
final class Cores implements Occupancy {
  private final Processor processor;
  private final Topology topology;
  private final int[] busy;

  Cores(Processor processor, Topology topology) {
    this.processor = processor;
    this.topology = topology;
    this.busy = new int[topology.cores()];
  }

  /** Whether no thread of a processor's core is busy. */
  boolean isIdle(int cpu) {
    return busy[topology.core(cpu)] == 0;
  }

  @Override
  public void busy(int cpu) {
    change(topology.core(cpu), 1);
  }

  @Override
  public void idle(int cpu) {
    change(topology.core(cpu), -1);
  }

  private void change(int core, int by) {
    busy[core] += by;
    if (topology.threads() == 1 || busy[core] == 0) {
      return;
    }
    long speed = topology.speed(busy[core]);
    for (int cpu = core; cpu < topology.cpus(); cpu += topology.cores()) {
      processor.cpu(cpu).share(speed);
    }
  }
}
