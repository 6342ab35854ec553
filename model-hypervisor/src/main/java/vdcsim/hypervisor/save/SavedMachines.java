package vdcsim.hypervisor.save;

import java.util.Optional;
import java.util.function.Function;
import vdcsim.hypervisor.dirty.Memory;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Latest;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/**
 * Machines that are saved and restored.
 *
 * <p>Metrics, below a machine's name: {@code save-time} and {@code restore-time}, each of the last
 * one, and {@code restores-refused} for want of memory, processors, or what its cards need.
 */
public final class SavedMachines {
  private static final double BITS_PER_NS = 1e-9;

  private SavedMachines() {}

  /**
   * Plans that a machine is saved; one that does not run or stand still is left alone.
   *
   * @throws Refusal if it holds a device, whose state nobody can read
   */
  public static Runnable save(SaveSpec spec, World world) {
    VirtualMachine vm = machine(spec.vm(), world);
    Optional<String> held = vm.cards().held();
    if (held.isPresent()) {
      throw new Refusal(
          "vm",
          "'%s' cannot be saved: its card '%s' is a device that it holds itself"
              .formatted(vm.name(), held.get()));
    }
    Saves saves =
        shared(vm, Saves.class, metrics -> new Saves(time(metrics, vm, ".save-time")), world);
    long ns = spec.overhead().toNanos() + ns(vm, spec.rate());
    return () -> {
      boolean possible =
          vm.state() == VirtualMachine.State.RUNNING || vm.state() == VirtualMachine.State.PAUSED;
      if (possible && !vm.isMigrating()) {
        vm.pause();
        world.simulation().schedule(ns, () -> saved(vm, saves, ns));
      }
    };
  }

  private static void saved(VirtualMachine vm, Saves saves, long ns) {
    if (vm.state() == VirtualMachine.State.PAUSED) {
      vm.saved();
      saves.time().set((double) ns);
    }
  }

  /** Plans that a machine is restored. */
  public static Runnable restore(RestoreSpec spec, World world) {
    VirtualMachine vm = machine(spec.vm(), world);
    Simulation simulation = world.simulation();
    Restores restores =
        shared(
            vm,
            Restores.class,
            metrics ->
                new Restores(
                    time(metrics, vm, ".restore-time"),
                    metrics.counter(vm.name() + ".restores-refused", Unit.COUNT)),
            world);
    long ns = spec.overhead().toNanos() + ns(vm, spec.rate());
    spec.on()
        .ifPresent(
            host -> {
              VirtualMachine.hypervisor("on", host, world);
              lacking(vm, host)
                  .ifPresent(
                      why -> {
                        throw new Refusal("on", why);
                      });
            });
    return () -> {
      Hypervisor on =
          spec.on().map(host -> VirtualMachine.hypervisor("on", host, world)).orElse(vm.on());
      boolean possible = vm.state() == VirtualMachine.State.SAVED && on.admits(vm);
      if (!possible || lacking(vm, on.host()).isPresent()) {
        restores.refused().increment();
        return;
      }
      vm.restoreAt(on);
      simulation.schedule(
          ns,
          () -> {
            vm.resume();
            restores.time().set((double) ns);
          });
    };
  }

  /** Why a machine cannot be restored on a host, as its cards cannot be attached there. */
  private static Optional<String> lacking(VirtualMachine vm, String host) {
    return vm.cards()
        .lacking(host)
        .map(why -> "'%s' cannot be restored there: %s".formatted(vm.name(), why));
  }

  private static VirtualMachine machine(String name, World world) {
    return world.require("vm", name, VirtualMachine.class, "virtual machine");
  }

  /** What the pages that hold data take; those of zeros are not written. */
  private static long ns(VirtualMachine vm, DataRate rate) {
    Memory memory = vm.memory();
    double bits = 8.0 * Memory.PAGE_BYTES * (memory.pages() - memory.zeroPages());
    return StrictMath.round(bits / (rate.bitsPerSecond() * BITS_PER_NS));
  }

  /** What is told of a machine's saves, whichever event orders them. */
  private record Saves(Latest time) {}

  /** What is told of the times that it is restored. */
  private record Restores(Latest time, Counter refused) {}

  private static Latest time(Metrics metrics, VirtualMachine vm, String what) {
    return metrics.latest(vm.name(), what, Unit.NANOSECONDS);
  }

  /** What all events of one kind about a machine share; the first of them makes it. */
  private static <T> T shared(
      VirtualMachine vm, Class<T> type, Function<Metrics, T> maker, World world) {
    return world
        .find(vm.name(), type)
        .orElseGet(
            () -> {
              T made = maker.apply(world.simulation().metrics());
              world.add(vm.name(), made);
              return made;
            });
  }
}
