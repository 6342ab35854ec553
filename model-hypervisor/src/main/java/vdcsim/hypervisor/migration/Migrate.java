package vdcsim.hypervisor.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.machine.Machine;
import vdcsim.hypervisor.dirty.DirtyPages;
import vdcsim.hypervisor.migration.engine.Engine;
import vdcsim.hypervisor.migration.engine.Meter;
import vdcsim.hypervisor.migration.engine.PageChannel;
import vdcsim.hypervisor.migration.engine.RateCourse;
import vdcsim.hypervisor.migration.engine.Session;
import vdcsim.hypervisor.migration.engine.Storage;
import vdcsim.hypervisor.migration.postcopy.PostCopy;
import vdcsim.hypervisor.migration.precopy.PreCopy;
import vdcsim.hypervisor.migration.rounds.WholeRounds;
import vdcsim.hypervisor.migration.stopandcopy.StopAndCopy;
import vdcsim.hypervisor.migration.storage.Mirror;
import vdcsim.hypervisor.vcpu.Vcpus;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Remark;
import vdcsim.kernel.world.World;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/** The migrations of a world: plans them on the time line, and knows those under way. */
public final class Migrate {
  private static final String NAME = "migrations";

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<UnderWay> underWay = new ArrayList<>();

  private record UnderWay(Session session, Engine engine) {}

  private final List<Plan> planned = new ArrayList<>();

  /** A machine that will be moved to a host. */
  private record Plan(VirtualMachine vm, String to) {}

  private Migrate() {}

  /** Tells of migrations on the time line that will be refused, as the machines are placed now. */
  public static List<Remark> inspect(World world) {
    List<Remark> remarks = new ArrayList<>();
    for (Plan plan : world.find(NAME, Migrate.class).map(m -> m.planned).orElse(List.of())) {
      plan.vm()
          .cards()
          .obstacle(plan.to())
          .map(
              why ->
                  "'%s' will not be moved to '%s': %s".formatted(plan.vm().name(), plan.to(), why))
          .ifPresent(said -> remarks.add(Remark.odd(plan.vm().name(), List.of("nics"), said)));
    }
    return remarks;
  }

  /** A machine's migration that has its name and its metrics, and has not begun. */
  record Prepared(VirtualMachine vm, DirtyPages pages, Meter meter) {}

  /** Plans a migration. */
  public static Runnable plan(MigrateSpec spec, World world) {
    // Refused now rather than in the middle of a run.
    Stacks.at("to", spec.to(), world);
    VirtualMachine.hypervisor("to", spec.to(), world);
    Prepared prepared = prepare(spec, world);
    of(world).planned.add(new Plan(prepared.vm(), spec.to()));
    return () -> begin(spec, prepared, world, () -> {});
  }

  /** Gives a migration its name and its metrics. */
  static Prepared prepare(MigrateSpec spec, World world) {
    VirtualMachine vm = world.require("vm", spec.vm(), VirtualMachine.class, "virtual machine");
    if (vm.memory().followsWork()) {
      countWork(vm, world);
    }
    String name = spec.name().orElseGet(() -> of(world).nextName(vm));
    DirtyPages pages = pages(spec, vm, name, world.simulation());
    Meter meter = new Meter(name, vm.memoryBytes(), pages, world.simulation());
    if (spec.autoConverge()) {
      meter.recordThrottle();
    }
    if (spec.engine() == Algorithm.XEN_2005 && spec.skipDirty()) {
      meter.recordLeftOut();
    }
    if (spec.engine() == Algorithm.PRE_COPY) {
      meter.recordSender();
    }
    if (spec.sample().isPresent()) {
      meter.recordRate();
    }
    if (!vm.cards().nics().isEmpty()) {
      meter.recordGap(vm.cards());
    }
    return new Prepared(vm, pages, meter);
  }

  private static void countWork(VirtualMachine vm, World world) {
    if (world.find(vm.on().host(), Machine.class).isEmpty()) {
      throw new Refusal(
          "vm",
          "'%s' writes while it computes: its host '%s' needs 'cpu'"
              .formatted(vm.name(), vm.on().host()));
    }
    Vcpus.of(vm.name(), world);
  }

  /** Begins a migration now, and tells when it is over. */
  static void begin(MigrateSpec spec, Prepared prepared, World world, Runnable whenEnded) {
    of(world).start(spec, prepared, world, whenEnded);
  }

  private static DirtyPages pages(
      MigrateSpec spec, VirtualMachine vm, String name, Simulation simulation) {
    return DirtyPages.of(
        vm.memory(),
        spec.cost(),
        spec.xbzrle().map(x -> x.of(vm.memory())),
        simulation.random().stream(name + ".writes"));
  }

  private void start(MigrateSpec spec, Prepared prepared, World world, Runnable whenEnded) {
    VirtualMachine vm = prepared.vm();
    Meter meter = prepared.meter();
    Hypervisor to = VirtualMachine.hypervisor("to", spec.to(), world);
    underWay.removeIf(each -> each.session.hasEnded());
    Simulation simulation = world.simulation();
    PageChannel channel = channel(spec, vm, spec.channels(), spec.mostBytesPerSecond(), world);
    Optional<Storage> storage =
        spec.storage()
            .map(
                disks ->
                    new Mirror(
                        disks, channel(spec, vm, 1, Double.POSITIVE_INFINITY, world), simulation));
    Session session =
        new Session(vm, to, spec.settings(), prepared.pages(), channel, storage, meter, simulation);
    Optional<RateCourse> course = course(spec, meter, channel, simulation);
    session.whenEnded(
        () -> {
          course.ifPresent(RateCourse::stop);
          whenEnded.run();
        });
    Engine engine = engine(spec, session);
    underWay.add(new UnderWay(session, engine));
    session.start(engine);
  }

  private static Optional<RateCourse> course(
      MigrateSpec spec, Meter meter, PageChannel channel, Simulation simulation) {
    return spec.sample()
        .map(span -> new RateCourse(channel, span.toNanos(), meter::rate, simulation));
  }

  private static PageChannel channel(
      MigrateSpec spec, VirtualMachine vm, int connections, double most, World world) {
    Stack source = Stacks.at("vm", vm.on().host(), world);
    Stack destination = Stacks.at("to", spec.to(), world);
    return new PageChannel(source, destination, connections, most, spec.giveUp().toNanos(), world);
  }

  private static Engine engine(MigrateSpec spec, Session session) {
    return switch (spec.engine()) {
      case PRE_COPY -> PreCopy.toTheEnd(session, spec.autoConverge());
      case STOP_AND_COPY -> new StopAndCopy(session);
      case POST_COPY -> postCopy(spec, spec.rounds(), session);
      case HYBRID -> postCopy(spec, Math.max(1, spec.rounds()), session);
      case CONSTANT_RATE -> WholeRounds.atConstantRate(session);
      case XEN_2005 -> WholeRounds.xen2005(session, spec.skipDirty());
      case LIBXL -> WholeRounds.libxl(session);
    };
  }

  private static Engine postCopy(MigrateSpec spec, int rounds, Session session) {
    return new PostCopy(session, rounds, spec.faultTime().toNanos(), spec.prepaging());
  }

  static Migrate of(World world) {
    Optional<Migrate> found = world.find(NAME, Migrate.class);
    return found.orElseGet(
        () -> {
          Migrate made = new Migrate();
          world.add(NAME, made);
          return made;
        });
  }

  /** A host went down: what is under way from or to it may be lost. */
  void crashed(Hypervisor host) {
    List.copyOf(underWay).forEach(each -> each.session.crashed(host, each.engine));
  }

  /** A migration that was interrupted goes on. */
  void recover(VirtualMachine vm) {
    for (UnderWay each : List.copyOf(underWay)) {
      if (each.session.vm() == vm) {
        each.session.recover(each.engine);
      }
    }
  }

  private String nextName(VirtualMachine vm) {
    int number = counts.merge(vm.name(), 1, Integer::sum);
    return vm.name() + ".migration" + (number == 1 ? "" : "-" + number);
  }
}
