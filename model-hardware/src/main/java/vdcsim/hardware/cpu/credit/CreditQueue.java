package vdcsim.hardware.cpu.credit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.RunQueue;
import vdcsim.hardware.cpu.Task;

/** The ready virtual processors of one processor, by class, in each class in turn. */
final class CreditQueue implements RunQueue {
  private final CreditScheduler scheduler;
  private final int cpu;
  private final List<Vcpu> ready = new ArrayList<>();
  private final List<Vcpu> parkedReady = new ArrayList<>();
  private Optional<Vcpu> running = Optional.empty();
  private long sinceNs;

  CreditQueue(CreditScheduler scheduler, int cpu) {
    this.scheduler = scheduler;
    this.cpu = cpu;
  }

  int cpu() {
    return cpu;
  }

  private static Vcpu vcpu(Task task) {
    return (Vcpu) task.schedulable();
  }

  /** Who was woken with credit left goes ahead (csched_unit_wake). */
  @Override
  public void enqueue(Task task, boolean woken) {
    Vcpu vcpu = vcpu(task);
    if (vcpu.isParked()) {
      parkedReady.add(vcpu);
      return;
    }
    if (woken && vcpu.priority() == Priority.UNDER) {
      vcpu.priority(Priority.BOOST);
    }
    insert(vcpu);
    scheduler.somebodyRuns();
  }

  /** Behind all of its class; who gives way, behind one more (csched_unit_yield). */
  private void insert(Vcpu vcpu) {
    int place = 0;
    while (place < ready.size() && !vcpu.priority().isBefore(ready.get(place).priority())) {
      place++;
    }
    if (vcpu.givesWay() && place < ready.size()) {
      place++;
    }
    vcpu.givesWay(false);
    ready.add(place, vcpu);
  }

  @Override
  public void dequeue(Task task) {
    Vcpu vcpu = vcpu(task);
    ready.remove(vcpu);
    parkedReady.remove(vcpu);
    if (isRunning(vcpu)) {
      running = Optional.empty();
    }
  }

  private boolean isRunning(Vcpu vcpu) {
    return running.isPresent() && running.get() == vcpu;
  }

  @Override
  public void charge(Task task, long ns) {
    vcpu(task).burn(ns);
  }

  /** The running one has met a tick: it takes part in accounting, and is no longer ahead. */
  boolean tick() {
    if (running.isEmpty()) {
      return false;
    }
    Vcpu vcpu = running.get();
    if (vcpu.priority() == Priority.BOOST) {
      vcpu.priority(Priority.UNDER);
    }
    if (!vcpu.isActive()) {
      vcpu.domain().activate(vcpu);
    }
    return true;
  }

  /** It has used up its cap. */
  void park(Vcpu vcpu) {
    if (ready.remove(vcpu)) {
      parkedReady.add(vcpu);
    }
    if (isRunning(vcpu)) {
      running = Optional.empty();
    }
  }

  void unpark(Vcpu vcpu) {
    if (parkedReady.remove(vcpu)) {
      insert(vcpu);
    }
  }

  /** Classes have changed; in each the order stays (csched_runq_sort). */
  void sort() {
    ready.sort(Comparator.comparing(Vcpu::priority));
  }

  @Override
  public boolean wantsSwitch(Task task) {
    return running.isEmpty()
        || scheduler.now() - sinceNs >= scheduler.turn().sliceNs()
        || anotherIsAhead();
  }

  private boolean anotherIsAhead() {
    Vcpu current = running.orElseThrow();
    return scheduler.now() - sinceNs >= scheduler.turn().rateLimitNs()
        && ready.stream().anyMatch(other -> other.priority().isBefore(current.priority()));
  }

  /** One of a better class preempts, unless the running one has only begun. */
  @Override
  public boolean preempts(Task woken, Task task) {
    return !vcpu(woken).isParked()
        && vcpu(woken).priority().isBefore(vcpu(task).priority())
        && scheduler.now() - sinceNs >= scheduler.turn().rateLimitNs();
  }

  @Override
  public void giveWay(Task task) {
    vcpu(task).givesWay(true);
  }

  @Override
  public Task pick(Task idle) {
    long now = scheduler.now();
    if (running.isPresent()) {
      boolean goesOn = !running.get().givesWay() && !wantsSwitch(running.get().task());
      if (goesOn) {
        return running.get().task();
      }
      Vcpu last = running.get();
      ready.remove(last);
      insert(last);
    }
    if (ready.isEmpty() || ready.get(0).priority() == Priority.OVER) {
      stealBetterThan(ready.isEmpty() ? Optional.empty() : Optional.of(ready.get(0)));
    }
    if (ready.isEmpty()) {
      running = Optional.empty();
      return idle;
    }
    running = Optional.of(ready.get(0));
    sinceNs = now;
    scheduler.somebodyRuns();
    return running.get().task();
  }

  /** Before one without credit runs here, one with credit that waits elsewhere comes. */
  private void stealBetterThan(Optional<Vcpu> best) {
    Priority limit = best.map(Vcpu::priority).orElse(Priority.IDLE);
    for (CreditQueue other : scheduler.queues()) {
      if (other == this) {
        continue;
      }
      Optional<Vcpu> found =
          other.ready.stream()
              .filter(v -> !other.isRunning(v) && v.task().allowed().contains(cpu))
              .filter(v -> v.priority().isBefore(limit))
              .findFirst();
      if (found.isPresent()) {
        scheduler.move(found.get().task(), other.cpu, cpu);
        return;
      }
    }
  }

  /** A turn ends even when nobody waits here, since somebody may wait elsewhere. */
  @Override
  public long nextDecisionNs(Task task, long nowNs) {
    boolean ahead = ready.stream().anyMatch(v -> v.priority().isBefore(vcpu(task).priority()));
    long limit = ahead ? scheduler.turn().rateLimitNs() : scheduler.turn().sliceNs();
    return Math.max(nowNs, sinceNs + limit);
  }

  @Override
  public int ready() {
    return ready.size();
  }

  @Override
  public Optional<Task> movable(int to, Task runningTask) {
    return ready.stream()
        .filter(v -> !isRunning(v) && v.task().allowed().contains(to))
        .map(Vcpu::task)
        .findFirst();
  }
}
