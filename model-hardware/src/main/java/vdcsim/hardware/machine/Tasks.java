package vdcsim.hardware.machine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Scheduler;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.metric.Metrics;

/** How a machine with a certain scheduler makes its tasks and groups. */
interface Tasks {
  /** The scheduler itself. */
  Scheduler scheduler();

  /** Its name in a scenario. */
  SchedulerKind kind();

  /** Makes a group. */
  void addGroup(String name, GroupSpec spec);

  /** Shows under {@code prefix} what a group uses. */
  void publish(String group, Metrics metrics, String prefix);

  /** The names of the groups. */
  Set<String> groups();

  /** Makes a task in one of its groups, or in none. */
  Task task(
      Processor processor, String name, Optional<String> group, int nice, List<Integer> allowed);
}
