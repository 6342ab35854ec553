package vdcsim.hardware.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Scheduler;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.credit.Credit;
import vdcsim.hardware.cpu.credit.CreditScheduler;
import vdcsim.hardware.cpu.credit.Domain;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/** Virtual processors of Xen, in domains; a task of no group gets a domain of its own. */
final class CreditTasks implements Tasks {
  private final CreditScheduler scheduler;
  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final Map<String, List<Task>> tasks = new LinkedHashMap<>();

  CreditTasks(Simulation simulation, CpuSpec spec) {
    this.scheduler = new CreditScheduler(simulation, spec.count());
  }

  @Override
  public Scheduler scheduler() {
    return scheduler;
  }

  @Override
  public SchedulerKind kind() {
    return SchedulerKind.CREDIT;
  }

  @Override
  public void addGroup(String name, GroupSpec spec) {
    int weight = spec.weight().orElse(Credit.USUAL_WEIGHT);
    domains.put(name, scheduler.domain(name, weight, spec.cap().orElse(0)));
    tasks.put(name, new ArrayList<>());
  }

  @Override
  public void publish(String group, Metrics metrics, String prefix) {
    List<Task> inGroup = tasks.get(group);
    metrics.figure(prefix + ".cpu-time", Unit.NANOSECONDS, () -> ranNs(inGroup));
    metrics.rateOfTotal(prefix + ".cpu-share", Unit.RATIO, () -> ranNs(inGroup) / 1e9);
  }

  private static double ranNs(List<Task> inGroup) {
    return inGroup.stream().mapToLong(Task::ranNs).sum();
  }

  @Override
  public Set<String> groups() {
    return domains.keySet();
  }

  @Override
  public Task task(
      Processor processor, String name, Optional<String> group, int nice, List<Integer> allowed) {
    Domain domain =
        group.map(domains::get).orElseGet(() -> scheduler.domain(name, Credit.USUAL_WEIGHT, 0));
    Task task = scheduler.vcpu(domain, name, allowed);
    group.ifPresent(of -> tasks.get(of).add(task));
    return task;
  }
}
