package vdcsim.hardware.machine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.RunToCompletion;
import vdcsim.hardware.cpu.Scheduler;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.metric.Metrics;

/** Tasks that run to completion; there are no groups. */
final class PlainTasks implements Tasks {
  private final RunToCompletion scheduler = new RunToCompletion();

  @Override
  public Scheduler scheduler() {
    return scheduler;
  }

  @Override
  public SchedulerKind kind() {
    return SchedulerKind.RUN_TO_COMPLETION;
  }

  @Override
  public void addGroup(String name, GroupSpec spec) {
    throw new IllegalStateException("run-to-completion knows no groups");
  }

  @Override
  public void publish(String group, Metrics metrics, String prefix) {
    throw new IllegalStateException("run-to-completion knows no groups");
  }

  @Override
  public Set<String> groups() {
    return Set.of();
  }

  @Override
  public Task task(
      Processor processor, String name, Optional<String> group, int nice, List<Integer> allowed) {
    return RunToCompletion.task(processor, name, allowed);
  }
}
