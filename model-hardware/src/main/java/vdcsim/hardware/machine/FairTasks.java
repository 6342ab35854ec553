package vdcsim.hardware.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Scheduler;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.fair.Cfs;
import vdcsim.hardware.cpu.fair.Eevdf;
import vdcsim.hardware.cpu.fair.FairGroup;
import vdcsim.hardware.cpu.fair.FairPolicy;
import vdcsim.hardware.cpu.fair.FairScheduler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;

/** Tasks of Linux, in control groups. */
final class FairTasks implements Tasks {
  private final SchedulerKind kind;
  private final FairScheduler scheduler;
  private final Map<String, FairGroup> groups = new LinkedHashMap<>();

  FairTasks(Simulation simulation, CpuSpec spec) {
    this.kind = spec.scheduler();
    this.scheduler =
        new FairScheduler(simulation, spec.count(), policy(spec), spec.tick().toNanos());
  }

  private static FairPolicy policy(CpuSpec spec) {
    return spec.scheduler() == SchedulerKind.CFS
        ? Cfs.linux(spec.count())
        : Eevdf.linux(spec.baseSliceNs(), spec.count(), spec.tick().toNanos());
  }

  @Override
  public Scheduler scheduler() {
    return scheduler;
  }

  @Override
  public SchedulerKind kind() {
    return kind;
  }

  @Override
  public void addGroup(String name, GroupSpec spec) {
    FairGroup parent = spec.in().map(this::group).orElse(scheduler.root());
    FairGroup made = scheduler.group(parent, name, spec.shares(), spec.idle(), spec.limit());
    groups.put(name, made);
  }

  @Override
  public void publish(String group, Metrics metrics, String prefix) {
    FairGroup made = groups.get(group);
    metrics.figure(prefix + ".cpu-time", Unit.NANOSECONDS, made::ranNs);
    metrics.rateOfTotal(prefix + ".cpu-share", Unit.RATIO, () -> made.ranNs() / 1e9);
    if (made.isLimited()) {
      metrics.figure(prefix + ".periods", Unit.COUNT, made::periods);
      metrics.figure(prefix + ".throttled-periods", Unit.COUNT, made::throttledPeriods);
      metrics.figure(prefix + ".throttled-time", Unit.NANOSECONDS, made::throttledNs);
    }
  }

  private FairGroup group(String name) {
    FairGroup found = groups.get(name);
    if (found == null) {
      throw new Refusal(
          "groups",
          "a group stands behind the one that it is in, and there is no '%s' before%s"
              .formatted(name, NearNames.hint(name, groups.keySet())));
    }
    return found;
  }

  @Override
  public Set<String> groups() {
    return groups.keySet();
  }

  @Override
  public Task task(
      Processor processor, String name, Optional<String> group, int nice, List<Integer> allowed) {
    FairGroup of = group.map(groups::get).orElse(scheduler.root());
    return scheduler.task(of, name, nice, allowed);
  }
}
