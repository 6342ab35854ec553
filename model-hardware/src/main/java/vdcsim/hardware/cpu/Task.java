package vdcsim.hardware.cpu;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.EventHandler;

/**
 * A thread of the system: it waits, is ready to run, or runs on one logical processor, as the
 * scheduler decides. Everything that is asked of it is computed in order.
 */
public final class Task implements ExecutionContext {
  /** The node of a task's memory that has not been written yet. */
  public static final int ANYWHERE = -1;

  /** What computes without PAUSE instructions has so many cycles between two. */
  public static final int NO_PAUSE = 0;

  private final Processor processor;
  private final String name;
  private final List<Integer> allowed;
  private final Work work = new Work();
  private final Schedulable schedulable;
  private final Optional<Task> itself = Optional.of(this);
  private Optional<Tenant> tenant = Optional.empty();
  private long askedCycles;
  private long askedNs;
  private State state = State.WAITING;
  private int cpu;
  private long readySinceNs;
  private long waitedNs;
  private long ranNs;
  private long workedNs;
  private boolean isNew = true;
  private int pauseCycles = NO_PAUSE;
  private boolean inKernel;
  private boolean handlesInterrupts;
  private int memoryNode = ANYWHERE;
  private long farSpeed = Speed.FULL;

  Task(Processor processor, String name, List<Integer> allowed, Schedulable schedulable) {
    this.processor = processor;
    this.name = name;
    this.allowed = List.copyOf(allowed);
    this.schedulable = schedulable;
    this.cpu = allowed.get(0);
  }

  /** What a task does now. */
  public enum State {
    /** It has nothing to compute. */
    WAITING,
    /** It has something to compute, and no processor. */
    READY,
    RUNNING
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** What it does now. */
  public State state() {
    return state;
  }

  /** The logical processor that it runs on, or ran on last, counted from 0. */
  public int cpu() {
    return cpu;
  }

  /** The logical processors that it may run on. */
  public List<Integer> allowed() {
    return allowed;
  }

  /** How long it has run so far, in nanoseconds, that on its way included. */
  public long ranNs() {
    return state == State.RUNNING ? ranNs + processor.cpu(cpu).runningNs() : ranNs;
  }

  /** What it has computed so far, as the time that takes with a whole core and near memory. */
  public long workedNs() {
    return state == State.RUNNING ? workedNs + processor.cpu(cpu).doingNs() : workedNs;
  }

  /**
   * Its memory is on a node.
   *
   * @param node the node; {@link #ANYWHERE} for that on which it first runs
   * @param share the part of its time that it waits for memory when that is near
   */
  public void memory(int node, double share) {
    memoryNode = node;
    farSpeed = processor.topology().farSpeed(share);
  }

  /** Its speed on a processor that gives it so much. */
  long memorySpeed(int onCpu, long speed) {
    if (farSpeed == Speed.FULL) {
      return speed;
    }
    int node = processor.topology().node(onCpu);
    if (memoryNode == ANYWHERE) {
      memoryNode = node;
    }
    return memoryNode == node ? speed : Speed.product(speed, farSpeed);
  }

  /** Whether it has never been ready. */
  boolean isNew() {
    return isNew;
  }

  /** How long it has been ready without running so far, in nanoseconds: its steal time. */
  public long waitedNs() {
    return state == State.READY ? waitedNs + processor.now() - readySinceNs : waitedNs;
  }

  /** What the scheduler knows of it. */
  public Schedulable schedulable() {
    return schedulable;
  }

  /** Itself, for whoever keeps one or none. */
  Optional<Task> itself() {
    return itself;
  }

  Work work() {
    return work;
  }

  @Override
  public void execute(
      long cycles, EventHandler whenDone, int kind, long argument, Object reference) {
    if (cycles < 0) {
      throw new IllegalArgumentException("cycles cannot be negative, were " + cycles);
    }
    work.add(nanoseconds(cycles), whenDone, kind, argument, reference);
    if (state == State.WAITING) {
      processor.wake(this);
    }
  }

  /**
   * Computes without end, behind what was asked for before, until it is cut: a spinning thread, a
   * virtual processor whose guest is busy.
   */
  public void computeUntilCut(EventHandler whenCut, int kind, long argument, Object reference) {
    work.add(Work.ENDLESS, whenCut, kind, argument, reference);
    if (state == State.WAITING) {
      processor.wake(this);
    }
  }

  /** What it computes now needs just so many cycles more; the task must not be waiting. */
  public void cut(long cycles) {
    if (state == State.RUNNING) {
      processor.cpu(cpu).cut(nanoseconds(cycles));
    } else {
      work.cut(nanoseconds(cycles));
    }
  }

  /** Gives up what it computes now, of which nobody hears; the task must not be waiting. */
  public void withdraw() {
    processor.cpu(cpu).withdraw(this);
  }

  /**
   * What it computes from now on is a loop of PAUSE instructions, as a spin lock's, or is not.
   *
   * @param cycles from one PAUSE to the next; {@link #NO_PAUSE} for what has none
   */
  public void pauses(int cycles) {
    pauseCycles = cycles;
    if (state == State.RUNNING) {
      processor.cpu(cpu).lookWhetherItPauses();
    }
  }

  int pauseCycles() {
    return pauseCycles;
  }

  /** It is a thread of the kernel from now on, and never runs in user mode. */
  public void staysInKernel() {
    inKernel = true;
  }

  boolean isInKernel() {
    return inKernel;
  }

  /** What it does is done in interrupts, on top of whatever its processor has to run. */
  public void handleInterrupts() {
    handlesInterrupts = true;
  }

  boolean handlesInterrupts() {
    return handlesInterrupts;
  }

  boolean mayRunOn(int index) {
    return allowed.contains(index);
  }

  /**
   * While it runs, gives its processor up for another task that is ready, and lets that run soon
   * (Linux, yield_to).
   *
   * @return whether the scheduler did so
   */
  public Yield yieldTo(Task other) {
    return processor.yieldTo(this, other);
  }

  /** While it runs, lets others run first (sched_yield, SCHEDOP_yield). */
  public void giveWay() {
    processor.cpu(cpu).giveWay(this);
  }

  /** What came of a wish to let another run. */
  public enum Yield {
    /** The other runs soon. */
    DONE,
    /** The other does not want a processor, or has one, or the scheduler does not do such. */
    NOT_DONE,
    /** Both are the only ones on their processors: nothing would be gained. */
    IN_VAIN
  }

  /** Tells somebody whenever it gets a processor and loses it. */
  public void watch(Tenant newTenant) {
    tenant = Optional.of(newTenant);
  }

  /** Whether it computes at this instant: it has a processor, and that is not halted. */
  public boolean isComputing() {
    return state == State.RUNNING && processor.cpu(cpu).isPowered();
  }

  /** Whether somebody is just being told that it has computed a piece. */
  public boolean isTelling() {
    return state == State.RUNNING && processor.cpu(cpu).isTelling(this);
  }

  /** Whole nanoseconds; what is rounded up in one piece is missing in the next. */
  private long nanoseconds(long cycles) {
    askedCycles += cycles;
    long ns = processor.clock().nanoseconds(askedCycles) - askedNs;
    askedNs += ns;
    return ns;
  }

  void ready(int onCpu) {
    if (state != State.READY) {
      readySinceNs = processor.now();
    }
    become(State.READY);
    isNew = false;
    cpu = onCpu;
  }

  void running() {
    waitedNs += processor.now() - readySinceNs;
    become(State.RUNNING);
  }

  void waiting() {
    if (state == State.READY) {
      waitedNs += processor.now() - readySinceNs;
    }
    become(State.WAITING);
  }

  private void become(State next) {
    processor.countReady((next == State.READY ? 1 : 0) - (state == State.READY ? 1 : 0));
    state = next;
  }

  void tellRuns(long fromNs, long speed) {
    if (tenant.isPresent()) {
      tenant.get().runs(fromNs, speed);
    }
  }

  void tellStops() {
    if (tenant.isPresent()) {
      tenant.get().stops();
    }
  }

  void ran(long ns, long worked) {
    ranNs += ns;
    workedNs += worked;
  }
}
