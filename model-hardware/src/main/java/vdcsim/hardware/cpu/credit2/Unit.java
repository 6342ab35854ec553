package vdcsim.hardware.cpu.credit2;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.Contender;

/** What the scheduler knows of a virtual processor. */
final class Unit extends Contender {
  /** No processor has been told to look for it. */
  static final int NOBODY = -1;

  private final Domain domain;
  private final Load load = new Load(Load.ONE / 2);
  private Optional<SharedQueue> queue = Optional.empty();
  private Optional<SharedQueue> goesTo = Optional.empty();
  private long creditNs = Credit2.INITIAL_NS;
  private long residual;
  private long budgetNs;
  private long burntUntilNs;
  private int cpu;
  private int tickledCpu = NOBODY;
  private boolean running;
  private boolean runnable;
  private boolean parked;
  private boolean givesWay;

  Unit(Domain domain) {
    this.domain = domain;
  }

  Domain domain() {
    return domain;
  }

  int weight() {
    return domain.weight();
  }

  List<Integer> allowed() {
    return task().allowed();
  }

  /** The queue to which it belongs, whether it waits there or not. */
  SharedQueue queue() {
    return queue.orElseThrow();
  }

  void belongs(SharedQueue to) {
    queue = Optional.of(to);
  }

  /** The queue to which it goes as soon as it does not run. */
  Optional<SharedQueue> goesTo() {
    return goesTo;
  }

  void goes(Optional<SharedQueue> to) {
    goesTo = to;
  }

  /** The processor on which it ran last, or to which it was moved. */
  int cpu() {
    return cpu;
  }

  void cpu(int now) {
    cpu = now;
  }

  /** The processor that was told to look for it, or {@link #NOBODY}. */
  int tickledCpu() {
    return tickledCpu;
  }

  void tickledCpu(int now) {
    tickledCpu = now;
  }

  long creditNs() {
    return creditNs;
  }

  void credit(long ns) {
    creditNs = ns;
  }

  long budgetNs() {
    return budgetNs;
  }

  void budgetNs(long now) {
    budgetNs = now;
  }

  /** It runs from now on. */
  void runs(long nowNs) {
    running = true;
    burntUntilNs = nowNs;
    tickledCpu = NOBODY;
  }

  void runsNoMore() {
    running = false;
  }

  boolean isRunning() {
    return running;
  }

  /** Running costs the more, the less it weighs beside the heaviest (t2c_update). */
  void burn(long nowNs, int heaviest) {
    long ns = nowNs - burntUntilNs;
    burntUntilNs = nowNs;
    long cost = ns * heaviest + residual;
    residual = cost % weight();
    creditNs = Math.max(Credit2.LEAST_NS, creditNs - cost / weight());
    if (domain.isCapped()) {
      budgetNs -= ns;
    }
  }

  /** A reset (reset_credit). */
  void reset(long nowNs, long givenNs) {
    creditNs = Math.min(creditNs + givenNs, Credit2.INITIAL_NS + Credit2.CARRY_OVER_NS);
    burntUntilNs = nowNs;
  }

  long load() {
    return load.average();
  }

  void updateLoad(long nowNs) {
    load.update(nowNs, runnable ? 1 : 0);
  }

  /** It wants to run from now on, and may, or does not. */
  void runnable(long nowNs, boolean now) {
    updateLoad(nowNs);
    runnable = now;
  }

  boolean isRunnable() {
    return runnable;
  }

  boolean isParked() {
    return parked;
  }

  void parked(boolean now) {
    parked = now;
  }

  void givesWay() {
    givesWay = true;
  }

  /** Whether it has given way since it was asked last. */
  boolean hasGivenWay() {
    boolean gave = givesWay;
    givesWay = false;
    return gave;
  }
}
