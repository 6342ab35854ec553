package vdcsim.hypervisor.vnic;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.iommu.PostedDescriptor;
import vdcsim.hardware.iommu.PostedDescriptor.VirtualProcessor;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.nic.Service;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hypervisor.io.Exits;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * How the interrupts of a device that a machine holds reach its virtual processors: over the host's
 * vector and an injection, which are exits, or posted.
 *
 * <p>Metrics, below the machine's card where interrupts are posted: {@code posted-running}, without
 * an exit, {@code posted-halted}, which woke a virtual processor, and {@code posted-waiting}, which
 * waited for its turn; where they are intercepted those of {@link Exits}.
 */
final class GuestInterrupts {
  private final Machine machine;
  private final IoCosts costs;
  private final Exits exits;
  private final Map<Integer, Lane> lanes = new TreeMap<>();

  /** What a virtual processor has for its interrupts. */
  private record Lane(ExecutionContext vcpu, LocalApic apic, PostedDescriptor descriptor) {}

  GuestInterrupts(String card, Machine machine, IoPlatform platform, Metrics metrics) {
    this.machine = machine;
    this.costs = IoCosts.of(platform);
    this.exits = new Exits(card, metrics);
  }

  /** Shows how interrupts were posted. */
  void publishPosted(String card, Metrics metrics) {
    metrics.figure(card + ".posted-running", Unit.COUNT, () -> sum(PostedDescriptor::notified));
    metrics.figure(card + ".posted-halted", Unit.COUNT, () -> sum(PostedDescriptor::woken));
    metrics.figure(card + ".posted-waiting", Unit.COUNT, () -> sum(PostedDescriptor::suppressed));
  }

  private long sum(ToLongFunction<PostedDescriptor> count) {
    return lanes.values().stream().map(Lane::descriptor).mapToLong(count).sum();
  }

  private int cpu(int queue) {
    return queue % machine.processor().count();
  }

  private Lane lane(int queue) {
    return lanes.computeIfAbsent(cpu(queue), this::newLane);
  }

  private Lane newLane(int cpu) {
    ExecutionContext vcpu = machine.interrupts(cpu);
    Interception interception = new Interception(vcpu, machine.processor()::cycles, costs, exits);
    LocalApic apic = new LocalApic(interception);
    return new Lane(vcpu, apic, new PostedDescriptor(new Guest(cpu, vcpu, apic)));
  }

  /** The descriptor of the virtual processor that serves a queue. */
  PostedDescriptor descriptor(int queue) {
    return lane(queue).descriptor();
  }

  /** The virtual processor that serves a queue, whose interrupts are the guest's vectors. */
  Service service(int queue) {
    Lane lane = lane(queue);
    return new Service(lane.apic(), lane.vcpu(), machine.context("ksoftirqd" + cpu(queue)));
  }

  /** A virtual processor as the one who posts sees it. */
  private final class Guest implements VirtualProcessor {
    private final int cpu;
    private final ExecutionContext vcpu;
    private final LocalApic apic;

    private Guest(int cpu, ExecutionContext vcpu, LocalApic apic) {
      this.cpu = cpu;
      this.vcpu = vcpu;
      this.apic = apic;
    }

    @Override
    public State state() {
      Processor processor = machine.processor();
      if (processor.isIdle(cpu)) {
        return State.HALTED;
      }
      return processor.isRunning(cpu) ? State.RUNNING : State.WAITING;
    }

    @Override
    public void take(int vector) {
      apic.message(LocalApic.FIRST_PROCESSOR, vector);
    }

    @Override
    public void whenItEnters(Runnable action) {
      vcpu.execute(0, (kind, argument, it) -> action.run(), 0, 0, Simulation.NO_REFERENCE);
    }
  }
}
