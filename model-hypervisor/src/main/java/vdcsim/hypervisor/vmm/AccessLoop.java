package vdcsim.hypervisor.vmm;

import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A guest that computes and accesses a device, in turns.
 *
 * <p>Metrics, below its name: {@code accesses}, {@code access-time} of each, {@code run-time} where
 * there is a last one, {@code cpu-time} of its virtual processor, {@code speed}, the share of the
 * elapsed time in which the guest itself computed.
 */
public final class AccessLoop implements EventHandler {
  private final Simulation simulation;
  private final AccessLoopSpec spec;
  private final Vmm vmm;
  private final Task vcpu;
  private final Machine machine;
  private final Sampler compute;
  private final Counter accesses;
  private final Tally accessTime;
  private long made;
  private long leftNs;
  private long computedNs;
  private long startNs;
  private long endNs = -1;

  private AccessLoop(String name, AccessLoopSpec spec, Machine machine, World world) {
    this.simulation = world.simulation();
    this.spec = spec;
    this.machine = machine;
    this.vmm = Vmm.of(spec.on(), world);
    this.vcpu = machine.task(name, spec.group(), 0, spec.cpus());
    this.compute = spec.compute().sampler(simulation.random().stream(name + ".compute"));
    Metrics metrics = simulation.metrics();
    this.accesses = metrics.counter(name + ".accesses", Unit.COUNT);
    this.accessTime = metrics.tally(name + ".access-time", Unit.NANOSECONDS);
    metrics.figure(name + ".cpu-time", Unit.NANOSECONDS, vcpu::ranNs);
    metrics.figure(
        name + ".run-time", Unit.NANOSECONDS, () -> endNs < 0 ? Double.NaN : endNs - startNs);
    metrics.figure(name + ".speed", Unit.RATIO, this::speed);
  }

  /** Makes the guest; it begins at its start. */
  public static Wiring make(String name, AccessLoopSpec spec, World world) {
    return () -> {
      Machine machine = Machine.at(spec.on(), world);
      AccessLoop made = new AccessLoop(name, spec, machine, world);
      world.add(name, made);
      made.startNs = spec.start().toNanos();
      world.simulation().schedule(made.startNs, made::compute);
    };
  }

  private double speed() {
    long until = endNs < 0 ? simulation.now() : endNs;
    return until <= startNs ? Double.NaN : (double) computedNs / (until - startNs);
  }

  private void compute() {
    long ns = compute.nextLong();
    vcpu.execute(machine.processor().cycles(ns), this, 0, ns, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    computedNs += argument;
    leftNs = simulation.now();
    if (spec.posted()) {
      vmm.post(vcpu, spec.to(), spec.device(), () -> {}, this::goOn);
    } else {
      vmm.exit(vcpu, spec.to(), spec.device(), () -> {}, this::goOn);
    }
  }

  private void goOn() {
    accesses.increment();
    accessTime.record(simulation.now() - leftNs);
    made++;
    if (spec.count().isPresent() && made >= spec.count().get()) {
      endNs = simulation.now();
    } else {
      compute();
    }
  }
}
