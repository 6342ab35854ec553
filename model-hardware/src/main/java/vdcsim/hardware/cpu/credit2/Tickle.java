package vdcsim.hardware.cpu.credit2;

import java.util.List;

/** Which processor should look for one that waits (runq_tickle). */
final class Tickle {
  private final Credit2Scheduler scheduler;

  Tickle(Credit2Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** The processor, or {@link Unit#NOBODY} if it has no right to any. */
  int choose(Unit unit) {
    int idle = idle(unit, true);
    if (idle == Unit.NOBODY) {
      idle = idle(unit, false);
    }
    return idle == Unit.NOBODY ? busy(unit) : idle;
  }

  /** The one where it was, if that is idle, or else the next behind that. */
  private int idle(Unit unit, boolean wholeCore) {
    List<Integer> cpus = unit.queue().cpus();
    int from = Math.max(0, cpus.indexOf(unit.cpu()));
    for (int i = 0; i < cpus.size(); i++) {
      int cpu = cpus.get((from + i) % cpus.size());
      boolean fits = wholeCore ? scheduler.isCoreIdle(cpu) : scheduler.isIdle(cpu);
      if (fits && unit.allowed().contains(cpu)) {
        return cpu;
      }
    }
    return Unit.NOBODY;
  }

  /** The one where it was, if it has more credit than who runs there, or else the most more. */
  private int busy(Unit unit) {
    if (score(unit, unit.cpu()) > 0) {
      return unit.cpu();
    }
    int best = Unit.NOBODY;
    long most = 0;
    for (int cpu : unit.queue().cpus()) {
      long score = cpu == unit.cpu() ? 0 : score(unit, cpu);
      if (score > most) {
        most = score;
        best = cpu;
      }
    }
    return best;
  }

  private long score(Unit unit, int cpu) {
    CpuQueue queue = scheduler.queue(cpu);
    if (!unit.allowed().contains(cpu) || scheduler.isTickled(cpu) || !queue.isPreemptable()) {
      return -1;
    }
    Unit running = queue.running();
    running.burn(scheduler.now(), running.queue().heaviest());
    long more = unit.creditNs() - running.creditNs();
    return cpu == unit.cpu() ? more : more - Credit2.RESISTANCE_NS;
  }
}
