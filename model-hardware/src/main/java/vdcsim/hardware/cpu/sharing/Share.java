package vdcsim.hardware.cpu.sharing;

import java.util.Arrays;
import java.util.Optional;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A group of tasks that competes for cores as one, as a virtual machine does, with at most so many
 * cores at once. Inside, each thread gets as much as any other, and never more than one core.
 *
 * <p>All threads of a share progress alike, so that one clock is enough for them: virtual time, the
 * cycles that each thread has done. A task ends when that clock shows what it showed at its
 * beginning plus its cycles.
 */
public final class Share implements EventHandler {
  private static final double SECONDS = 1e-9;

  /** Where the clock is set back, long before a cycle would be lost in its last digits. */
  private static final double LATE = 0x1p50;

  /** An end that lies so little after a whole nanosecond is an error of rounding. */
  private static final double ROUNDING_NS = 1e-3;

  private static final double END_OF_TIME_NS = 0x1p62;

  private final Simulation simulation;
  private final double weight;
  private final double mostCores;

  /** None while there are no tasks: most shares of a large data centre are idle. */
  private Optional<Progress> progress = Optional.empty();

  private double speed = 1;

  /** The cores that it is given. */
  private double given;

  private Optional<SharedCores> cores = Optional.empty();

  /** Everything is known up to {@link #leadNs} before this instant. */
  private long sinceNs;

  private double leadNs;
  private double coreSeconds;

  /** How far the tasks are. */
  private static final class Progress {
    final FinishHeap tasks = new FinishHeap();
    int threads;

    /** Cycles that each thread did. */
    double virtualTime;

    long completion = Simulation.NO_EVENT;
    double completionLeadNs;
  }

  /**
   * A share without cores.
   *
   * @param weight what it gets against others where not all can have what they want
   * @param mostCores what it never exceeds, as its virtual processors
   */
  public Share(Simulation simulation, double weight, double mostCores) {
    if (!(weight > 0 && mostCores > 0)) {
      throw new IllegalArgumentException("weight and cores must be more than 0");
    }
    this.simulation = simulation;
    this.weight = weight;
    this.mostCores = mostCores;
  }

  double weight() {
    return weight;
  }

  /** The cores that it wants. */
  double demand() {
    return progress.isEmpty() ? 0 : Math.min(progress.get().threads, mostCores) * speed;
  }

  double given() {
    return given;
  }

  /** Tasks that have not ended. */
  public int tasks() {
    return progress.isEmpty() ? 0 : progress.get().tasks.size();
  }

  /** Processor time that it was given so far, in seconds of a core. */
  public double coreSeconds() {
    return coreSeconds + given * secondsSince(0);
  }

  /** A task whose threads each need so many cycles begins now. */
  public void submit(int task, double cycles, Job job) {
    advance(0);
    double wanted = demand();
    if (progress.isEmpty()) {
      progress = Optional.of(new Progress());
    }
    Progress now = progress.get();
    if (now.virtualTime > LATE) {
      now.tasks.shift(now.virtualTime);
      now.virtualTime = 0;
    }
    now.tasks.add(now.virtualTime + cycles, task, job);
    now.threads += job.threads();
    changed(wanted, 0);
  }

  /** From now on it is as if each of its cores ran this share of the time; none at zero. */
  public void throttle(double newSpeed) {
    advance(0);
    double wanted = demand();
    speed = newSpeed;
    changed(wanted, 0);
  }

  /** Goes to these cores with all its tasks; nothing happens where it is there already. */
  public void moveTo(SharedCores other) {
    Optional<SharedCores> to = other.itself();
    if (!cores.equals(to)) {
      leave();
      cores = to;
      other.join(this);
    }
  }

  /** Has no cores from now on: its tasks stand still. */
  public void leave() {
    cores.ifPresent(old -> old.leave(this));
    give(0, 0);
    cores = Optional.empty();
  }

  /** Its tasks are others, or may run more or less than before. */
  private void changed(double wantedBefore, double agoNs) {
    if (demand() != wantedBefore && cores.isPresent()) {
      cores.get().share(agoNs);
    }
    progress.ifPresent(this::expect);
  }

  /** It is given so many cores from {@code agoNs} before this instant on. */
  void give(double newCores, double agoNs) {
    if (newCores != given) {
      advance(agoNs);
      given = newCores;
      progress.ifPresent(this::expect);
    }
  }

  private double secondsSince(double agoNs) {
    return ((simulation.now() - sinceNs) + leadNs - agoNs) * SECONDS;
  }

  /** What each thread does; asked only while it is given cores. */
  private double cyclesPerSecond(Progress of) {
    return given * cores.get().hertz() / of.threads;
  }

  /** Brings the clock to the present instant, or to less than a nanosecond before it. */
  private void advance(double agoNs) {
    double ago = sinceNs == simulation.now() ? Math.min(agoNs, leadNs) : agoNs;
    if (given > 0) {
      double seconds = secondsSince(ago);
      if (progress.isPresent()) {
        progress.get().virtualTime += cyclesPerSecond(progress.get()) * seconds;
      }
      coreSeconds += given * seconds;
    }
    sinceNs = simulation.now();
    leadNs = ago;
  }

  /** Looks forward to the end of its first task. */
  private void expect(Progress of) {
    if (given == 0) {
      simulation.cancel(of.completion);
      return;
    }
    double cycles = of.tasks.firstFinish() - of.virtualTime;
    double ns = cycles / cyclesPerSecond(of) / SECONDS - leadNs;
    if (ns > END_OF_TIME_NS) {
      simulation.cancel(of.completion);
      return;
    }
    long delayNs = (long) Math.max(0, Math.ceil(ns - ROUNDING_NS));
    of.completionLeadNs = Math.min(1, Math.max(0, delayNs - ns));
    if (!simulation.reschedule(of.completion, delayNs)) {
      of.completion = simulation.schedule(delayNs, this, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  /** The first task has ended, and all that end with it. */
  @Override
  public void handle(int kind, long argument, Object reference) {
    Progress now = progress.get();
    FinishHeap tasks = now.tasks;
    advance(now.completionLeadNs);
    double wanted = demand();
    now.virtualTime = tasks.firstFinish();
    Job firstJob = tasks.firstJob();
    int firstTask = tasks.firstTask();
    take(now);
    if (tasks.isEmpty() || tasks.firstFinish() > now.virtualTime) {
      changed(wanted, leadNs);
      firstJob.finished(firstTask);
    } else {
      handleSeveral(firstJob, firstTask, now, wanted);
    }
  }

  private void take(Progress from) {
    from.threads -= from.tasks.firstJob().threads();
    from.tasks.removeFirst();
    if (from.tasks.isEmpty()) {
      progress = Optional.empty();
    }
  }

  private void handleSeveral(Job firstJob, int firstTask, Progress now, double wanted) {
    FinishHeap tasks = now.tasks;
    Job[] jobs = {firstJob, firstJob};
    int[] numbers = {firstTask, firstTask};
    int count = 1;
    while (!tasks.isEmpty() && tasks.firstFinish() <= now.virtualTime) {
      if (count == jobs.length) {
        jobs = Arrays.copyOf(jobs, 2 * count);
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      jobs[count] = tasks.firstJob();
      numbers[count] = tasks.firstTask();
      count++;
      take(now);
    }
    changed(wanted, leadNs);
    for (int i = 0; i < count; i++) {
      jobs[i].finished(numbers[i]);
    }
  }
}
