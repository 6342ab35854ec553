package vdcsim.hardware.cpu.fair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.RunQueue;
import vdcsim.hardware.cpu.Scheduler;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.Simulation;

/** The fair scheduler of Linux: groups in groups, each with shares and perhaps a quota. */
public final class FairScheduler implements Scheduler {
  private final Simulation simulation;
  private final int cpus;
  private final FairPolicy policy;
  private final long tickNs;
  private final List<Processor> host = new ArrayList<>();
  private final FairGroup root;
  private long order;

  /**
   * A scheduler for a machine.
   *
   * @param cpus how many logical processors the machine has
   * @param tickNs the period of the clock at which turns end (1 s over CONFIG_HZ)
   */
  public FairScheduler(Simulation simulation, int cpus, FairPolicy policy, long tickNs) {
    this.simulation = simulation;
    this.cpus = cpus;
    this.policy = policy;
    this.tickNs = tickNs;
    this.root = new FairGroup(this, Optional.empty(), "", Entity.UNIT, false, Quota.NONE);
  }

  @Override
  public RunQueue queue(int cpu, Processor processor) {
    if (host.isEmpty()) {
      host.add(processor);
    }
    return new FairRunQueue(this, cpu);
  }

  /** The group of all. */
  public FairGroup root() {
    return root;
  }

  /**
   * Makes a group.
   *
   * @param shares against its neighbours, 1024 as a task of nice 0
   * @param idle whether it runs only when nobody else wants to
   */
  public FairGroup group(FairGroup parent, String name, long shares, boolean idle, Quota quota) {
    if (shares < 2 || shares > 262_144) {
      throw new IllegalArgumentException("shares lie between 2 and 262144, were " + shares);
    }
    return new FairGroup(this, Optional.of(parent), name, shares, idle, quota);
  }

  /** Makes a task in a group, with a nice value from -20 to 19. */
  public Task task(FairGroup group, String name, int nice, List<Integer> allowed) {
    Entity entity = new Entity(group, Nice.weight(nice), false, nextOrder());
    Task task = host.get(0).task(name, allowed, entity);
    entity.stands(task);
    return task;
  }

  Simulation simulation() {
    return simulation;
  }

  long now() {
    return simulation.now();
  }

  int cpus() {
    return cpus;
  }

  FairPolicy policy() {
    return policy;
  }

  long tickNs() {
    return tickNs;
  }

  long nextOrder() {
    return order++;
  }

  /** A group that had to wait may run again on a processor. */
  void released(GroupQueue queue) {
    Hierarchy.rejoin(this, queue);
    host.get(0).look(queue.cpu());
  }
}
