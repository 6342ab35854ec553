package vdcsim.hardware.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Scheduler;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Topology;
import vdcsim.hardware.cpu.credit.Credit;
import vdcsim.hardware.cpu.credit.CreditScheduler;
import vdcsim.hardware.cpu.credit.Turn;
import vdcsim.hardware.cpu.credit2.Credit2Scheduler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * Virtual processors of Xen, in domains; a task of no group gets a domain of its own.
 *
 * @param <D> what the scheduler knows of a domain
 */
final class DomainTasks<D> implements Tasks {
  private final SchedulerKind kind;
  private final Scheduler scheduler;
  private final Domains<D> make;
  private final Vcpus<D> vcpus;
  private final Map<String, D> domains = new LinkedHashMap<>();
  private final Map<String, List<Task>> tasks = new LinkedHashMap<>();

  private DomainTasks(SchedulerKind kind, Scheduler scheduler, Domains<D> make, Vcpus<D> vcpus) {
    this.kind = kind;
    this.scheduler = scheduler;
    this.make = make;
    this.vcpus = vcpus;
  }

  /** Makes a domain. */
  private interface Domains<D> {
    D make(String name, int weight, int cap);
  }

  /** Makes a virtual processor of one. */
  private interface Vcpus<D> {
    Task make(D domain, String name, List<Integer> allowed);
  }

  static Tasks credit(Simulation simulation, CpuSpec spec) {
    Turn turn = spec.credit().map(CreditSpec::turn).orElse(Turn.USUAL);
    CreditScheduler scheduler = new CreditScheduler(simulation, spec.count(), turn);
    return new DomainTasks<>(SchedulerKind.CREDIT, scheduler, scheduler::domain, scheduler::vcpu);
  }

  static Tasks credit2(Simulation simulation, CpuSpec spec) {
    Credit2Spec how = spec.credit2().orElse(Credit2Spec.USUAL);
    Topology topology = spec.topology();
    List<Integer> groups =
        IntStream.range(0, spec.count())
            .mapToObj(cpu -> how.group(cpu, topology, spec.cores()))
            .toList();
    Credit2Scheduler scheduler =
        new Credit2Scheduler(simulation, groups, how.rateLimit().toNanos());
    return new DomainTasks<>(SchedulerKind.CREDIT2, scheduler, scheduler::domain, scheduler::vcpu);
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
    int weight = spec.weight().orElse(Credit.USUAL_WEIGHT);
    domains.put(name, make.make(name, weight, spec.cap().orElse(0)));
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
    D domain = group.map(domains::get).orElseGet(() -> make.make(name, Credit.USUAL_WEIGHT, 0));
    Task task = vcpus.make(domain, name, allowed);
    group.ifPresent(of -> tasks.get(of).add(task));
    return task;
  }
}
