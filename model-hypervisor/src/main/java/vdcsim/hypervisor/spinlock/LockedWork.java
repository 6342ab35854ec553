package vdcsim.hypervisor.spinlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * Threads that share a spin lock.
 *
 * <p>Metrics, below its name: {@code rounds} and {@code rounds-per-second}, each one computation
 * without and with the lock; {@code wait}, from asking for the lock to having it; {@code held},
 * from having it to giving it back; {@code spin-time}, in which threads computed and only waited,
 * and {@code spin-share} of it in processors; {@code holder-preemptions}, how often a thread with
 * the lock lost its processor; {@code waiter-preemptions}, how often the lock was passed to a
 * thread that had none; {@code halts} and {@code wakes}.
 */
public final class LockedWork {
  private final Machine machine;
  private final LockedWorkSpec spec;
  private final SpinLock lock;
  private final Sampler outside;
  private final Sampler inside;
  private final List<LockThread> threads = new ArrayList<>();
  private final Counter rounds;
  private final Counter holderPreemptions;
  private final Counter waiterPreemptions;
  private final Counter halts;
  private final Counter wakes;
  private final Tally wait;
  private final Tally held;
  private long spunNs;

  private LockedWork(String name, LockedWorkSpec spec, Machine machine, Simulation simulation) {
    this.machine = machine;
    this.spec = spec;
    RandomStreams random = simulation.random();
    this.lock = new SpinLock(spec.lock(), random.stream(name + ".lock"));
    this.outside = spec.outside().sampler(random.stream(name + ".outside"));
    this.inside = spec.inside().sampler(random.stream(name + ".inside"));
    int processors = machine.processor().count();
    for (int i = 0; i < spec.threads().orElse(processors); i++) {
      List<Integer> cpu = List.of(i % processors);
      threads.add(
          new LockThread(this, machine.task(name + "-" + (i + 1), Optional.empty(), 0, cpu)));
    }
    Metrics metrics = simulation.metrics();
    this.rounds = metrics.counter(name + ".rounds", Unit.COUNT);
    this.holderPreemptions = metrics.counter(name + ".holder-preemptions", Unit.COUNT);
    this.waiterPreemptions = metrics.counter(name + ".waiter-preemptions", Unit.COUNT);
    this.halts = metrics.counter(name + ".halts", Unit.COUNT);
    this.wakes = metrics.counter(name + ".wakes", Unit.COUNT);
    this.wait = metrics.tally(name + ".wait", Unit.NANOSECONDS);
    this.held = metrics.tally(name + ".held", Unit.NANOSECONDS);
    metrics.rate(name + ".rounds-per-second", Unit.PER_SECOND, rounds::value);
    metrics.figure(name + ".spin-time", Unit.NANOSECONDS, this::spinTimeNs);
    metrics.rateOfTotal(name + ".spin-share", Unit.RATIO, () -> spinTimeNs() / 1e9);
  }

  private double spinTimeNs() {
    return spunNs + threads.stream().mapToLong(LockThread::spinningNs).sum();
  }

  /** Makes the threads. */
  public static Wiring make(String name, LockedWorkSpec spec, World world) {
    return () -> {
      Machine machine = world.require("on", spec.on(), Machine.class, "machine with 'cpu'");
      LockedWork made = new LockedWork(name, spec, machine, world.simulation());
      world.add(name, made);
      world
          .simulation()
          .schedule(spec.start().toNanos(), () -> made.threads.forEach(LockThread::begin));
    };
  }

  long now() {
    return machine.processor().now();
  }

  SpinLock lock() {
    return lock;
  }

  boolean halts() {
    return spec.lock() == LockKind.PARAVIRTUAL_TICKET;
  }

  long outsideCycles() {
    return machine.processor().cycles(outside.nextLong());
  }

  long insideCycles() {
    return machine.processor().cycles(inside.nextLong());
  }

  long spinCycles() {
    return machine.processor().cycles(spec.spinFor().toNanos());
  }

  long handOverCycles() {
    return machine.processor().cycles(spec.handOver().toNanos());
  }

  int pauseCycles() {
    return spec.pause();
  }

  long wakeCycles() {
    return machine.processor().cycles(spec.wake().toNanos());
  }

  void entered(long askedNs, long waitedOnCpuNs) {
    wait.record(now() - askedNs);
    spunNs += waitedOnCpuNs;
  }

  void released(long enteredNs) {
    held.record(now() - enteredNs);
    rounds.increment();
  }

  void holderStopped() {
    holderPreemptions.increment();
  }

  void granted(boolean computing) {
    if (!computing) {
      waiterPreemptions.increment();
    }
  }

  void halted() {
    halts.increment();
  }

  void woken() {
    wakes.increment();
  }
}
