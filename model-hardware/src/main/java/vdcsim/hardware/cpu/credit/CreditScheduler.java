package vdcsim.hardware.cpu.credit;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.RunQueue;
import vdcsim.hardware.cpu.Scheduler;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** Xen's credit scheduler: virtual processors earn credit by weight, and pay for running. */
public final class CreditScheduler implements Scheduler, EventHandler {
  private static final int TICK = 0;

  private final Simulation simulation;
  private final Turn turn;
  private final Accounting accounting;
  private final List<CreditQueue> queues = new ArrayList<>();
  private final List<Processor> host = new ArrayList<>();
  private boolean ticking;
  private long ticks;

  /** A scheduler for a machine with so many logical processors. */
  public CreditScheduler(Simulation simulation, int cpus) {
    this(simulation, cpus, Turn.USUAL);
  }

  /** The same, with turns of another length. */
  public CreditScheduler(Simulation simulation, int cpus, Turn turn) {
    this.simulation = simulation;
    this.turn = turn;
    this.accounting = new Accounting(cpus, turn);
  }

  Turn turn() {
    return turn;
  }

  @Override
  public RunQueue queue(int cpu, Processor processor) {
    if (host.isEmpty()) {
      host.add(processor);
    }
    CreditQueue queue = new CreditQueue(this, cpu);
    queues.add(queue);
    return queue;
  }

  /**
   * Makes a domain.
   *
   * @param weight against the others, 256 as most
   * @param cap the most that it gets, in percent of one processor; 0 for no limit
   */
  public Domain domain(String name, int weight, int cap) {
    Domain domain = new Domain(name, weight, cap, turn);
    accounting.add(domain);
    return domain;
  }

  /** Makes a virtual processor of a domain. */
  public Task vcpu(Domain domain, String name, List<Integer> allowed) {
    Vcpu vcpu = new Vcpu(domain);
    Task task = host.get(0).task(name, allowed, vcpu);
    vcpu.stands(task);
    return task;
  }

  long now() {
    return simulation.now();
  }

  List<CreditQueue> queues() {
    return queues;
  }

  void move(Task task, int from, int to) {
    host.get(0).move(task, from, to);
  }

  /** The clock ticks while somebody runs or has credit to settle. */
  void somebodyRuns() {
    if (!ticking) {
      ticking = true;
      long period = turn.tickNs();
      simulation.schedule(period - now() % period, this, TICK, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    ticks++;
    boolean running = false;
    for (CreditQueue queue : queues) {
      host.get(0).look(queue.cpu());
      running |= queue.tick();
    }
    if (ticks % turn.ticks() == 0) {
      settle();
    }
    if (running || !accounting.isIdle()) {
      simulation.schedule(turn.tickNs(), this, TICK, 0, Simulation.NO_REFERENCE);
    } else {
      ticking = false;
    }
  }

  private void settle() {
    Accounting.Outcome outcome = accounting.settle();
    for (Vcpu vcpu : outcome.parked()) {
      queues.get(vcpu.task().cpu()).park(vcpu);
    }
    for (Vcpu vcpu : outcome.unparked()) {
      queues.get(vcpu.task().cpu()).unpark(vcpu);
    }
    for (CreditQueue queue : queues) {
      queue.sort();
      host.get(0).look(queue.cpu());
    }
  }
}
