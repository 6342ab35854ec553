package vdcsim.hypervisor.migration;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hypervisor.dirty.DirtyPages;
import vdcsim.hypervisor.migration.engine.Engine;
import vdcsim.hypervisor.migration.engine.Meter;
import vdcsim.hypervisor.migration.engine.PageChannel;
import vdcsim.hypervisor.migration.engine.Session;
import vdcsim.hypervisor.migration.postcopy.PostCopy;
import vdcsim.hypervisor.migration.precopy.PreCopy;
import vdcsim.hypervisor.migration.rounds.WholeRounds;
import vdcsim.hypervisor.migration.stopandcopy.StopAndCopy;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.world.World;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/** Plans migrations on the time line. */
public final class Migrate {
  private static final String NAME = "migrations";

  private final Map<String, Integer> counts = new TreeMap<>();

  private Migrate() {}

  /** Plans a migration. */
  public static Runnable plan(MigrateSpec spec, World world) {
    VirtualMachine vm = world.require("vm", spec.vm(), VirtualMachine.class, "virtual machine");
    Hypervisor to = VirtualMachine.hypervisor("to", spec.to(), world);
    String name = spec.name().orElseGet(() -> of(world).nextName(vm));
    Simulation simulation = world.simulation();
    DirtyPages pages =
        DirtyPages.of(
            vm.memory(),
            spec.cost(),
            spec.xbzrle().map(x -> x.of(vm.memory())),
            simulation.random().stream(name + ".writes"));
    Meter meter = new Meter(name, vm.memoryBytes(), pages, simulation);
    Stack destination = Stacks.at("to", spec.to(), world);
    return () -> {
      Stack source = Stacks.at("vm", vm.on().host(), world);
      PageChannel channel =
          new PageChannel(source, destination, spec.channels(), spec.mostBytesPerSecond(), world);
      Session session = new Session(vm, to, spec.settings(), pages, channel, meter, simulation);
      session.start(engine(spec, session));
    };
  }

  private static Engine engine(MigrateSpec spec, Session session) {
    return switch (spec.engine()) {
      case PRE_COPY -> PreCopy.toTheEnd(session, spec.autoConverge());
      case STOP_AND_COPY -> new StopAndCopy(session);
      case POST_COPY -> postCopy(spec, spec.rounds(), session);
      case HYBRID -> postCopy(spec, Math.max(1, spec.rounds()), session);
      case CONSTANT_RATE -> WholeRounds.atConstantRate(session);
      case XEN_2005 -> WholeRounds.xen2005(session);
      case LIBXL -> WholeRounds.libxl(session);
    };
  }

  private static Engine postCopy(MigrateSpec spec, int rounds, Session session) {
    return new PostCopy(session, rounds, spec.faultTime().toNanos(), spec.prepaging());
  }

  private static Migrate of(World world) {
    Optional<Migrate> found = world.find(NAME, Migrate.class);
    return found.orElseGet(
        () -> {
          Migrate made = new Migrate();
          world.add(NAME, made);
          return made;
        });
  }

  private String nextName(VirtualMachine vm) {
    int number = counts.merge(vm.name(), 1, Integer::sum);
    return vm.name() + ".migration" + (number == 1 ? "" : "-" + number);
  }
}
