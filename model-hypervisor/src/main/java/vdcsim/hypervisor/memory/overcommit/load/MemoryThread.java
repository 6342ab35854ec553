package vdcsim.hypervisor.memory.overcommit.load;

import vdcsim.hypervisor.memory.overcommit.guest.GuestThread;
import vdcsim.kernel.random.RandomStream;

/** A thread that uses one page after the other. */
final class MemoryThread implements GuestThread {
  private final MemoryLoad load;
  private final RandomStream random;
  private boolean used;
  private boolean writes;
  private int piece;
  private int ahead;

  MemoryThread(MemoryLoad load, RandomStream random) {
    this.load = load;
    this.random = random;
  }

  @Override
  public int next() {
    if (used) {
      load.usedOne();
      used = false;
      if (load.pauseNs() > 0) {
        return PAUSE;
      }
    }
    if (load.isOver()) {
      load.threadEnded();
      return END;
    }
    used = true;
    if (ahead > 0) {
      ahead--;
      piece++;
    } else {
      WorkingSet set = load.workingSet();
      piece = set.next(random);
      ahead = set.runPages() - 1;
      writes = load.writes() > 0 && random.nextDouble() < load.writes();
    }
    return piece;
  }

  @Override
  public int ahead() {
    return ahead;
  }

  @Override
  public boolean writes() {
    return writes;
  }

  @Override
  public long cycles() {
    return load.cycles();
  }

  @Override
  public long pauseNs() {
    return load.pauseNs();
  }
}
