package vdcsim.hardware.cpu.credit2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A queue for some processors: who belongs to it, and who of those waits, most credit first. */
final class SharedQueue {
  private final List<Integer> cpus;
  private final List<Unit> waiting = new ArrayList<>();

  /** Made once: it is looked at at each event. */
  private final List<Unit> waitingView = Collections.unmodifiableList(waiting);

  private final List<Unit> units = new ArrayList<>();

  /** Its average, and what moves have made of that (b_avgload). */
  private final Load load = new Load(0);

  private int runnable;
  private int lastPicked;
  private int heaviest = 1;

  SharedQueue(List<Integer> cpus) {
    this.cpus = List.copyOf(cpus);
    this.lastPicked = cpus.get(0);
  }

  List<Integer> cpus() {
    return cpus;
  }

  List<Unit> units() {
    return Collections.unmodifiableList(units);
  }

  List<Unit> waiting() {
    return waitingView;
  }

  /** What the first one that waits has; as nobody, if none does. */
  long mostCreditNs() {
    return waiting.isEmpty() ? Credit2.IDLE_NS : waiting.get(0).creditNs();
  }

  int heaviest() {
    return heaviest;
  }

  boolean takes(Unit unit) {
    return unit.allowed().stream().anyMatch(cpus::contains);
  }

  /** The next of the processors, in turn, on which a unit may run. */
  int pick(Unit unit) {
    int from = cpus.indexOf(lastPicked);
    for (int i = 1; i <= cpus.size(); i++) {
      int cpu = cpus.get((from + i) % cpus.size());
      if (unit.allowed().contains(cpu)) {
        lastPicked = cpu;
        return cpu;
      }
    }
    throw new IllegalArgumentException("it may not run here");
  }

  void assign(Unit unit) {
    units.add(unit);
    unit.belongs(this);
    heaviest = Math.max(heaviest, unit.weight());
    load.add(unit.load());
  }

  void leave(Unit unit) {
    units.remove(unit);
    heaviest = units.stream().mapToInt(Unit::weight).max().orElse(1);
    load.add(-unit.load());
  }

  /** Behind those that have as much credit. */
  void insert(Unit unit) {
    int place = 0;
    while (place < waiting.size() && unit.creditNs() <= waiting.get(place).creditNs()) {
      place++;
    }
    waiting.add(place, unit);
  }

  boolean remove(Unit unit) {
    return waiting.remove(unit);
  }

  long load() {
    return load.average();
  }

  void updateLoad(long nowNs) {
    load.update(nowNs, runnable);
  }

  void runnable(long nowNs, int change) {
    updateLoad(nowNs);
    runnable += change;
  }

  int runnable() {
    return runnable;
  }
}
