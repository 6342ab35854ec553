package vdcsim.hardware.cpu;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** First come, first served: a task runs until it waits. What batch systems and firmware do. */
public final class RunToCompletion implements Scheduler {
  @Override
  public RunQueue queue(int cpu, Processor host) {
    return new Fifo();
  }

  /** Makes a task that may run on some processors. */
  public static Task task(Processor processor, String name, List<Integer> allowed) {
    return processor.task(name, allowed, Plain.TASK);
  }

  /** What this scheduler knows of a task: nothing. */
  private enum Plain implements Schedulable {
    TASK
  }

  /** The running task stands at the front. */
  private static final class Fifo implements RunQueue {
    private final Deque<Task> tasks = new ArrayDeque<>();

    @Override
    public void enqueue(Task task, boolean woken) {
      tasks.addLast(task);
    }

    @Override
    public void dequeue(Task task) {
      tasks.remove(task);
    }

    @Override
    public void charge(Task running, long ns) {}

    @Override
    public boolean wantsSwitch(Task running) {
      return false;
    }

    @Override
    public boolean preempts(Task woken, Task running) {
      return false;
    }

    @Override
    public Task pick(Task idle) {
      return tasks.isEmpty() ? idle : tasks.getFirst();
    }

    @Override
    public long nextDecisionNs(Task running, long nowNs) {
      return NEVER;
    }

    @Override
    public int ready() {
      return tasks.size();
    }

    @Override
    public Optional<Task> movable(int cpu, Task running) {
      return tasks.stream()
          .filter(task -> task != running && task.allowed().contains(cpu))
          .findFirst();
    }
  }
}
