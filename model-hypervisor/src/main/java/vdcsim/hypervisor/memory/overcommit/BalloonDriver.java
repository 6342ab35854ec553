package vdcsim.hypervisor.memory.overcommit;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hypervisor.memory.overcommit.balloon.Balloon;
import vdcsim.hypervisor.memory.overcommit.guest.GuestKernel;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** The driver of VMware: it fills a guest's balloon from its memory, and empties it. */
final class BalloonDriver implements Ballooning, EventHandler {
  private final Guest guest;
  private final Overcommit host;
  private final Balloon balloon;
  private final Deque<Integer> held = new ArrayDeque<>();
  private long toTake;
  private boolean writing;
  private boolean working;

  BalloonDriver(Guest guest, Overcommit host) {
    this.guest = guest;
    this.host = host;
    this.balloon = guest.balloon();
  }

  /** Whether it has pages to take, and has taken some in the last second. */
  @Override
  public boolean isAtWork() {
    return working;
  }

  /** It learns from the host alone how large the balloon is to be. */
  @Override
  public boolean relieves(Fiber fiber) {
    return false;
  }

  @Override
  public void everySecond() {
    working = false;
    for (long left = balloon.deflation(); left > 0; left--) {
      int page = held.pop();
      host.memory().unmap(guest.map(), page);
      guest.kernel().give(page);
      balloon.changed(-1);
    }
    toTake = balloon.inflation(guest.kernel().free());
    if (!writing) {
      inflate();
    }
  }

  /** Takes pages until they are enough for this second, or the guest must write some before. */
  private void inflate() {
    GuestKernel kernel = guest.kernel();
    int page = 0;
    while (toTake > 0 && page >= 0) {
      page = kernel.take();
      if (page >= 0) {
        host.memory().balloon(guest.map(), page);
        held.push(page);
        balloon.changed(1);
        toTake--;
        working = true;
      }
    }
    if (page < 0 && kernel.toWrite() > 0) {
      writing = true;
      working = true;
      guest.meter().guestWrites.add(kernel.toWrite());
      host.disk().transfer(kernel.toWrite(), this, 0, 0, Simulation.NO_REFERENCE);
    }
    host.changed();
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    writing = false;
    if (!guest.isGone()) {
      inflate();
    }
  }
}
