package vdcsim.hypervisor.vmm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * The monitor of a host: it carries each exit of a guest to who handles it, step by step over the
 * execution contexts that take part, and back.
 *
 * <p>A virtual processor is an execution context, which the caller brings; while its guest waits
 * for an answer it asks it for nothing. With a driver domain the domain's virtual processor is a
 * task of the host, and has to be scheduled as any other; so is the thread that does posted work
 * under a kernel module. On a host without {@code cpu} these compute in no time.
 *
 * <p>Metrics, below the host's name and {@code vmm}: {@code exits}, {@code exit-latency} from the
 * guest's last instruction to its next, and {@code time-per-exit.STAGE}, the mean share of each
 * stage, in time: {@code exit}, {@code world-switch}, {@code event}, {@code crossing}, {@code
 * device}, {@code entry}, {@code waiting}.
 */
public final class Vmm {
  private static final long NS_IN_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final String host;
  private final VmmSpec spec;
  private final World world;
  private final long event;
  private final Map<Place, Way> ways = new EnumMap<>(Place.class);
  private final Map<Place, Way> posted = new EnumMap<>(Place.class);
  private final List<Step> interrupted;
  private final Map<Stage, long[]> spentNs = new EnumMap<>(Stage.class);
  private final Tally latency;
  private Optional<ExecutionContext> aside = Optional.empty();
  private double nsPerCycle = -1;
  private long exits;

  private Vmm(String host, VmmSpec spec, World world) {
    this.simulation = world.simulation();
    this.host = host;
    this.spec = spec;
    this.world = world;
    this.event = spec.legs().event();
    Ways made = new Ways(spec);
    for (Place place : Place.values()) {
      ways.put(place, made.of(place));
      posted.put(place, made.posted(place));
    }
    this.interrupted = made.interrupted();
    Metrics metrics = simulation.metrics();
    String name = host + ".vmm";
    this.latency = metrics.tally(name + ".exit-latency", Unit.NANOSECONDS);
    metrics.figure(name + ".exits", Unit.COUNT, () -> exits);
    for (Stage stage : Stage.values()) {
      long[] ns = new long[1];
      spentNs.put(stage, ns);
      metrics.figure(
          name + ".time-per-exit." + stage.word(),
          Unit.NANOSECONDS,
          () -> exits == 0 ? Double.NaN : (double) ns[0] / exits);
    }
  }

  /** Gives a host its monitor. */
  public static Wiring make(String host, VmmSpec spec, World world) {
    world.add(host, new Vmm(host, spec, world));
    return Wiring.NONE;
  }

  /** The monitor of a host; a host that says nothing has the kernel module of Linux. */
  public static Vmm of(String host, World world) {
    Optional<Vmm> found = world.find(host, Vmm.class);
    return found.orElseGet(
        () -> {
          Vmm made = new Vmm(host, VmmSpec.UNSAID, world);
          world.add(host, made);
          return made;
        });
  }

  /** Where it stands. */
  public VmmArchitecture architecture() {
    return spec.architecture();
  }

  /**
   * A guest leaves its code, and waits until the exit has been handled.
   *
   * @param vcpu computes what runs in the guest's stead
   * @param place who handles it
   * @param cycles the device's own work, beside the way to it
   * @param atDevice runs when the device has computed
   * @param inGuest runs when the guest goes on
   */
  public void exit(
      ExecutionContext vcpu, Place place, long cycles, Runnable atDevice, Runnable inGuest) {
    new Passage(this, ways.get(place), false, vcpu, cycles, atDevice, inGuest).begin();
  }

  /**
   * A guest leaves its code to tell a device something, and goes on while the device works, where
   * the device has a context of its own; else it waits as in {@link #exit}. The device's thread or
   * domain computes in order what it was told.
   *
   * @param atDevice runs when the device has computed, before or after {@code inGuest}
   */
  public void post(
      ExecutionContext vcpu, Place place, long cycles, Runnable atDevice, Runnable inGuest) {
    new Passage(this, posted.get(place), true, vcpu, cycles, atDevice, inGuest).begin();
  }

  /**
   * A device brings the guest an interrupt: the monitor is told by {@code from}, and the guest is
   * taken out of its code and put to its handler.
   *
   * @param from what the device runs on, as {@link #aside()}
   */
  public void interrupt(ExecutionContext from, ExecutionContext vcpu, Runnable inGuest) {
    from.execute(event, () -> enter(vcpu, 0, inGuest));
  }

  private void enter(ExecutionContext vcpu, int at, Runnable inGuest) {
    if (at == interrupted.size()) {
      inGuest.run();
    } else {
      vcpu.execute(interrupted.get(at).cycles(), () -> enter(vcpu, at + 1, inGuest));
    }
  }

  /**
   * What computes beside the virtual processors: the driver domain's own, or the thread for posted
   * work. A back end may compute here too, or bring its own task of the host.
   */
  public ExecutionContext aside() {
    if (aside.isEmpty()) {
      String thread =
          host
              + (spec.architecture() == VmmArchitecture.DRIVER_DOMAIN ? ".domain-0" : ".io-thread");
      aside =
          Optional.of(
              world
                  .find(host, Machine.class)
                  .<ExecutionContext>map(m -> m.task(thread, spec.group(), 0, spec.cpus()))
                  .orElse(ExecutionContext.FREE));
    }
    return aside.get();
  }

  long now() {
    return simulation.now();
  }

  /** A stage that was asked for at an instant has ended now; what it did not compute, it waited. */
  void spent(Stage stage, long sinceNs, long cycles) {
    long elapsed = simulation.now() - sinceNs;
    long computed = Math.min(elapsed, Math.round(cycles * nsPerCycle()));
    spentNs.get(stage)[0] += computed;
    spentNs.get(Stage.WAITING)[0] += elapsed - computed;
  }

  private double nsPerCycle() {
    if (nsPerCycle < 0) {
      nsPerCycle =
          world
              .find(host, Machine.class)
              .map(m -> (double) NS_IN_SECOND / m.processor().cycles(NS_IN_SECOND))
              .orElse(0.0);
    }
    return nsPerCycle;
  }

  void arrived(long latencyNs) {
    exits++;
    latency.record(latencyNs);
  }
}
