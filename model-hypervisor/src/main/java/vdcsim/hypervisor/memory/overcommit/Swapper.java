package vdcsim.hypervisor.memory.overcommit;

import java.util.Optional;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.random.RandomStream;

/** Takes pages from guests without asking them, and writes them to the swap file in groups. */
final class Swapper implements EventHandler {
  /** Pages that are written together. */
  private static final int GROUP = 16;

  /** So many draws find a page of its own in any guest that has a few; then pages are searched. */
  private static final int DRAWS = 32;

  private final Overcommit host;
  private final Backing memory;
  private final RandomStream random;
  private final int mostGroups;
  private int groups;
  private boolean helpless;

  Swapper(Overcommit host, RandomStream random) {
    this.host = host;
    this.memory = host.memory();
    this.random = random;
    this.mostGroups = host.spec().swapOrUsual().disks();
  }

  /** Whether it found nothing to take when it last had to. */
  boolean isHelpless() {
    return helpless && groups == 0;
  }

  /** Begins to write where memory is needed. */
  void look() {
    while (groups < mostGroups && missing() > 0) {
      if (!writeGroup()) {
        helpless = true;
        return;
      }
    }
  }

  /** Frames that swapping must still free. */
  private long missing() {
    int coming = memory.free() + memory.leaving();
    FreeMemory free = host.freeMemory();
    return switch (free.state()) {
      case HIGH -> 0;
      case SOFT -> host.victimWithoutBalloon().isPresent() ? free.goal() - coming : 0;
      case HARD, LOW -> free.swapGoal() - coming;
    };
  }

  private boolean writeGroup() {
    int[] frames = new int[GROUP];
    int count = 0;
    boolean found = true;
    boolean shared = false;
    while (count < GROUP && found) {
      Optional<Guest> victim =
          host.freeMemory().state() == MemoryState.SOFT
              ? host.victimWithoutBalloon()
              : host.victim();
      int page = victim.isPresent() ? draw(victim.get().map()) : -1;
      found = page >= 0;
      if (found && host.shares() && memory.share(victim.orElseThrow().map(), page)) {
        // ESX tries to share a page before it writes it (Waldspurger 2002, 4.2).
        shared = true;
      } else if (found) {
        frames[count] = memory.swapOut(victim.orElseThrow().map(), page);
        found = frames[count] != HostMemory.NONE;
        count += found ? 1 : 0;
        victim.get().meter().swapOuts.add(found ? 1 : 0);
      }
    }
    if (count > 0) {
      groups++;
      helpless = false;
      int written = count;
      host.disk().transfer(written, this, written, 0, frames);
    }
    return count > 0 || shared;
  }

  /** A random page with a frame of its own, or -1. */
  private int draw(GuestMap map) {
    for (int i = 0; i < DRAWS; i++) {
      int page = random.nextInt(map.pages());
      if (map.isPrivate(page)) {
        return page;
      }
    }
    int start = random.nextInt(map.pages());
    for (int i = 0; i < map.pages(); i++) {
      int page = (start + i) % map.pages();
      if (map.isPrivate(page)) {
        return page;
      }
    }
    return -1;
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    int[] frames = (int[]) reference;
    for (int i = 0; i < kind; i++) {
      memory.written(frames[i]);
    }
    groups--;
    host.changed();
    look();
  }
}
