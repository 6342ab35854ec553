package vdcsim.hardware.cpu;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A scheduler with a class above its tasks: what a kernel does in interrupts, which no task can
 * keep waiting, and which is no context switch.
 */
public final class Interrupts implements Scheduler {
  private final Scheduler tasks;

  /** Above the tasks of another scheduler. */
  public Interrupts(Scheduler tasks) {
    this.tasks = tasks;
  }

  @Override
  public RunQueue queue(int cpu, Processor host) {
    return new Above(tasks.queue(cpu, host));
  }

  @Override
  public OptionalInt place(Task task) {
    return isInterrupt(task) ? OptionalInt.empty() : tasks.place(task);
  }

  /** Makes the interrupts of a processor; what is asked of them is done in order. */
  public static Task task(Processor processor, String name, int cpu) {
    Task task = processor.task(name, List.of(cpu), Interrupt.INTERRUPT);
    task.staysInKernel();
    return task;
  }

  /** Tells interrupts from tasks. */
  private enum Interrupt implements Schedulable {
    INTERRUPT
  }

  private static boolean isInterrupt(Task task) {
    return task.schedulable() == Interrupt.INTERRUPT;
  }

  /** The ready interrupts, above a queue of tasks. */
  private static final class Above implements RunQueue {
    private final RunQueue tasks;
    private final Deque<Task> interrupts = new ArrayDeque<>();
    private Optional<Task> running = Optional.empty();
    private boolean returns;

    Above(RunQueue tasks) {
      this.tasks = tasks;
    }

    @Override
    public void enqueue(Task task, boolean woken) {
      if (isInterrupt(task)) {
        interrupts.addLast(task);
      } else {
        tasks.enqueue(task, woken);
      }
    }

    @Override
    public void dequeue(Task task) {
      if (isInterrupt(task)) {
        interrupts.remove(task);
        return;
      }
      tasks.dequeue(task);
      if (running.isPresent() && running.get() == task) {
        running = Optional.empty();
      }
    }

    @Override
    public void charge(Task task, long ns) {
      if (!isInterrupt(task)) {
        tasks.charge(task, ns);
      }
    }

    @Override
    public boolean wantsSwitch(Task task) {
      return !isInterrupt(task) && (!interrupts.isEmpty() || tasks.wantsSwitch(task));
    }

    @Override
    public boolean preempts(Task woken, Task task) {
      return !isInterrupt(task) && (isInterrupt(woken) || tasks.preempts(woken, task));
    }

    @Override
    public Task pick(Task idle) {
      if (!interrupts.isEmpty()) {
        return interrupts.getFirst();
      }
      Task next = tasks.pick(idle);
      returns = running.isPresent() && running.get() == next;
      running = next == idle ? Optional.empty() : next.itself();
      return next;
    }

    @Override
    public boolean favours(Task task) {
      return !isInterrupt(task) && tasks.favours(task);
    }

    @Override
    public void giveWay(Task task) {
      if (!isInterrupt(task)) {
        tasks.giveWay(task);
      }
    }

    @Override
    public long balanceNs() {
      return tasks.balanceNs();
    }

    @Override
    public long load() {
      return tasks.load();
    }

    @Override
    public long load(Task task) {
      return tasks.load(task);
    }

    @Override
    public boolean isSwitch(Task next) {
      return !isInterrupt(next) && !returns;
    }

    @Override
    public long nextDecisionNs(Task task, long nowNs) {
      return isInterrupt(task) ? NEVER : tasks.nextDecisionNs(task, nowNs);
    }

    @Override
    public int ready() {
      return interrupts.size() + tasks.ready();
    }

    @Override
    public Optional<Task> movable(int cpu, Task task) {
      return tasks.movable(cpu, task);
    }
  }
}
