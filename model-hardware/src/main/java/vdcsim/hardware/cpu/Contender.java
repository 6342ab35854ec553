package vdcsim.hardware.cpu;

import java.util.Optional;

/** What competes for processors under a scheduler that has to find the task again. */
public abstract class Contender implements Schedulable {
  private Optional<Task> task = Optional.empty();

  /** The task that it stands for. */
  public final Task task() {
    return task.orElseThrow();
  }

  /** It stands for a task, which is made after it. */
  public final void stands(Task forTask) {
    task = Optional.of(forTask);
  }
}
