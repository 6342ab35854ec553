package vdcsim.hardware.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.RunToCompletion;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.fair.Cfs;
import vdcsim.hardware.cpu.fair.Eevdf;
import vdcsim.hardware.cpu.fair.FairGroup;
import vdcsim.hardware.cpu.fair.FairPolicy;
import vdcsim.hardware.cpu.fair.FairScheduler;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * The computing half of a host: its processors, its scheduler, the groups of its tasks.
 *
 * <p>Metrics, below the host's name: {@code cpu-utilization}, the share of its processors' time in
 * which tasks ran, {@code cpu-switching}, that in which it switched between tasks, {@code
 * context-switches}. Below that and a group's name: {@code cpu-time}, {@code cpu-share}, the
 * processors that it had in the mean, and of a group with a quota {@code periods}, {@code
 * throttled-periods} and {@code throttled-time}.
 */
public final class Machine {
  private final String name;
  private final Processor processor;
  private final Optional<FairScheduler> fair;
  private final Map<String, FairGroup> groups = new LinkedHashMap<>();

  private Machine(String name, CpuSpec spec, Simulation simulation) {
    this.name = name;
    this.fair =
        spec.scheduler() == SchedulerKind.RUN_TO_COMPLETION
            ? Optional.empty()
            : Optional.of(
                new FairScheduler(simulation, spec.count(), policy(spec), spec.tick().toNanos()));
    this.processor =
        new Processor(
            simulation,
            name,
            spec.count(),
            spec.clock(),
            spec.switchTime().toNanos(),
            fair.isPresent() ? fair.get() : new RunToCompletion());
    spec.groups().forEach((group, groupSpec) -> addGroup(group, groupSpec, simulation.metrics()));
    addMetrics(simulation.metrics());
  }

  private static FairPolicy policy(CpuSpec spec) {
    return spec.scheduler() == SchedulerKind.CFS
        ? Cfs.linux(spec.count())
        : Eevdf.linux(spec.count(), spec.tick().toNanos());
  }

  /** Gives a host its processors. */
  public static Wiring make(String host, CpuSpec spec, World world) {
    world.require("", host, Host.class, "host");
    world.add(host, new Machine(host, spec, world.simulation()));
    return Wiring.NONE;
  }

  private void addGroup(String group, GroupSpec spec, Metrics metrics) {
    FairScheduler scheduler = fair.orElseThrow();
    FairGroup parent = spec.in().map(this::group).orElse(scheduler.root());
    FairGroup made = scheduler.group(parent, group, spec.shares(), spec.idle(), spec.limit());
    groups.put(group, made);
    String prefix = name + "." + group;
    metrics.figure(prefix + ".cpu-time", Unit.NANOSECONDS, made::ranNs);
    metrics.rate(prefix + ".cpu-share", Unit.RATIO, () -> made.ranNs() / 1e9);
    if (spec.quota().isPresent()) {
      metrics.figure(prefix + ".periods", Unit.COUNT, made::periods);
      metrics.figure(prefix + ".throttled-periods", Unit.COUNT, made::throttledPeriods);
      metrics.figure(prefix + ".throttled-time", Unit.NANOSECONDS, made::throttledNs);
    }
  }

  private void addMetrics(Metrics metrics) {
    metrics.rate(
        name + ".cpu-utilization", Unit.RATIO, () -> sum(processor::busyNs) / 1e9 / count());
    metrics.rate(
        name + ".cpu-switching", Unit.RATIO, () -> sum(processor::switchingNs) / 1e9 / count());
    metrics.figure(name + ".context-switches", Unit.COUNT, () -> sum(processor::switches));
  }

  private double sum(java.util.function.IntToLongFunction ofCpu) {
    return IntStream.range(0, count()).mapToLong(ofCpu).sum();
  }

  private int count() {
    return processor.count();
  }

  /** Its processors. */
  public Processor processor() {
    return processor;
  }

  /** Its groups by name. */
  public Map<String, FairGroup> groups() {
    return new LinkedHashMap<>(groups);
  }

  /**
   * The group of this name.
   *
   * @throws Refusal if there is none
   */
  private FairGroup group(String group) {
    FairGroup found = groups.get(group);
    if (found == null) {
      throw new Refusal(
          "in",
          "host '%s' has no group '%s' before this%s"
              .formatted(name, group, NearNames.hint(group, groups.keySet())));
    }
    return found;
  }

  /**
   * Makes a task.
   *
   * @param group the group that it is in, or none
   * @param nice from -20 to 19; only the fair schedulers look at it
   * @param cpus where it may run; empty for everywhere
   * @throws Refusal if there is no such group or processor
   */
  public Task task(String taskName, Optional<String> group, int nice, List<Integer> cpus) {
    List<Integer> allowed = cpus.isEmpty() ? IntStream.range(0, count()).boxed().toList() : cpus;
    for (int cpu : allowed) {
      if (cpu < 0 || cpu >= count()) {
        throw new Refusal(
            "cpus", "host '%s' has the processors 0 to %d".formatted(name, count() - 1));
      }
    }
    if (fair.isEmpty()) {
      return RunToCompletion.task(processor, taskName);
    }
    FairGroup of = group.map(this::group).orElse(fair.get().root());
    return fair.get().task(of, taskName, nice, allowed);
  }
}
