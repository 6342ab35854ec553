package vdcsim.hardware.cpu;

import java.util.Optional;

/**
 * The ready tasks of one logical processor, the running one among them, and the rule by which they
 * run. The processor calls it; all times are nanoseconds.
 */
public interface RunQueue {
  /** The instant of a queue that need not be asked again. */
  long NEVER = Long.MAX_VALUE;

  /**
   * A task is ready; {@code woken} says that it waited before, and does not come from elsewhere.
   */
  void enqueue(Task task, boolean woken);

  /** A task is no longer ready here: it waits, or goes elsewhere. */
  void dequeue(Task task);

  /** The running task has run for so long since the last call. */
  void charge(Task running, long ns);

  /** Whether another task should run, by what was charged and who came. */
  boolean wantsSwitch(Task running);

  /** Whether a task that has just been woken should run at once. */
  boolean preempts(Task woken, Task running);

  /** The task that should run now; {@code idle} if none is ready. The queue takes it as running. */
  Task pick(Task idle);

  /** How often a busy processor gives away what it has too much of; {@link #NEVER} for never. */
  default long balanceNs() {
    return NEVER;
  }

  /** The weight of all that is ready, as balancing counts it. */
  default long load() {
    return ready();
  }

  /** What of that weight is a ready task's. */
  default long load(Task task) {
    return 1;
  }

  /**
   * A task should run as soon as it can, since another gives its turn up for it.
   *
   * @return false if this rule of turns knows no such thing
   */
  default boolean favours(Task task) {
    return false;
  }

  /** The running task lets others run first, if this rule of turns knows that. */
  default void giveWay(Task running) {}

  /** Whether it takes a context switch to go on with a task, and not only a return to it. */
  default boolean isSwitch(Task next) {
    return true;
  }

  /** The instant at which the processor should ask again, {@link #NEVER} if it need not. */
  long nextDecisionNs(Task running, long nowNs);

  /** How many tasks are ready, the running one included. */
  int ready();

  /** A ready task that does not run, and may run on {@code cpu}. */
  Optional<Task> movable(int cpu, Task running);
}
