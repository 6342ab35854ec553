package vdcsim.hypervisor.register;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.Exits;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.StateLog;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A driver that touches a register.
 *
 * <p>Metrics, below its name: {@code accesses}, {@code access-time}, {@code where}, the course of
 * who works, {@code guest-share} of the time in which the guest computes; and those of {@link
 * Exits}.
 */
public final class RegisterAccess implements EventHandler {
  private static final int COMPUTED = 0;
  private static final int DONE = 1;
  private static final int WIDTH = 4;

  private final Simulation simulation;
  private final RegisterAccessSpec spec;
  private final Task vcpu;
  private final long computeCycles;
  private final Registers registers;
  private final Counter accesses;
  private final Tally accessTime;
  private final StateLog where;
  private long made;
  private long askedNs;

  private RegisterAccess(String name, RegisterAccessSpec spec, Machine host, World world) {
    this.simulation = world.simulation();
    this.spec = spec;
    this.vcpu = host.task(name, Optional.empty(), 0, List.of());
    this.computeCycles = host.processor().cycles(spec.compute().toNanos());
    this.accesses = simulation.metrics().counter(name + ".accesses", Unit.COUNT);
    this.accessTime = simulation.metrics().tally(name + ".access-time", Unit.NANOSECONDS);
    this.where = simulation.metrics().states(name + ".where");
    simulation
        .metrics()
        .rate(
            name + ".guest-share",
            Unit.RATIO,
            () -> accesses.value() * spec.compute().toNanos() / 1e9);
    Interception interception =
        new Interception(
            vcpu,
            host.processor()::cycles,
            IoCosts.of(spec.platform()),
            new Exits(name, simulation.metrics()));
    this.registers = registers(interception);
  }

  private Registers registers(Interception interception) {
    if (spec.handling() == Handling.DIRECT) {
      return interception.direct(new RegisterDevice(vcpu, 0, () -> {}, () -> {}));
    }
    String worker = spec.handling() == Handling.USER ? "model in QEMU" : "model in the kernel";
    RegisterDevice device =
        new RegisterDevice(
            vcpu, spec.work(), () -> where.enter(worker), () -> where.enter("entry"));
    return interception.emulated(device, spec.handling());
  }

  /** Makes the driver; it begins at its start. */
  public static Wiring make(String name, RegisterAccessSpec spec, World world) {
    return () -> {
      Machine host = world.require("on", spec.on(), Machine.class, "host with 'cpu'");
      RegisterAccess made = new RegisterAccess(name, spec, host, world);
      world.add(name, made);
      world.simulation().schedule(spec.start().toNanos(), made::compute);
    };
  }

  private void compute() {
    if (spec.count().isPresent() && made >= spec.count().get()) {
      where.enter("idle");
      return;
    }
    made++;
    where.enter("guest");
    vcpu.execute(computeCycles, this, COMPUTED, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == COMPUTED) {
      touch();
    } else {
      accesses.increment();
      accessTime.record(simulation.now() - askedNs);
      compute();
    }
  }

  private void touch() {
    askedNs = simulation.now();
    where.enter(spec.handling() == Handling.DIRECT ? "bus" : "exit");
    int bar = spec.port() ? RegisterDevice.PORTS : RegisterDevice.MEMORY;
    if (spec.read()) {
      registers.read(bar, spec.register(), WIDTH, this, DONE, Simulation.NO_REFERENCE);
    } else {
      registers.write(bar, spec.register(), WIDTH, 1, this, DONE, 0, Simulation.NO_REFERENCE);
    }
  }
}
