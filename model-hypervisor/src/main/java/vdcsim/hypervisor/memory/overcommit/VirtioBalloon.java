package vdcsim.hypervisor.memory.overcommit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vdcsim.hypervisor.io.Exits;
import vdcsim.hypervisor.memory.overcommit.balloon.Balloon;
import vdcsim.hypervisor.memory.overcommit.guest.GuestKernel;
import vdcsim.hypervisor.memory.overcommit.virtioballoon.BalloonDevice;
import vdcsim.hypervisor.memory.overcommit.virtioballoon.BalloonQueue;
import vdcsim.hypervisor.memory.overcommit.virtioballoon.BalloonStats;
import vdcsim.hypervisor.memory.overcommit.virtioballoon.VirtioBalloonSpec;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.quantity.Unit;

/**
 * A balloon that is a virtio device: Linux's driver on one side, QEMU on the other. It takes and
 * gives up to 256 pages, waits until the host has them, and goes on, as fast as that is.
 *
 * <p>Metrics, below the machine's name and {@code balloon}: those of its {@link Exits}, {@code
 * requests} and their {@code entries}, {@code reported} bytes, {@code relieved}, how often a guest
 * that found no memory had some back, and {@code guest-free} and {@code guest-cache}, of which the
 * guest tells.
 */
final class VirtioBalloon implements Ballooning, BalloonDevice.Sides, EventHandler {
  private static final int GO_ON = 0;
  private static final int PAGE_BYTES = 4096;
  private static final long SECOND_NS = 1_000_000_000;

  /** Linux, fill_balloon: it sleeps so long when it finds no page. */
  private static final long OUT_OF_PUFF_NS = 200_000_000;

  /** Pages in a block of 2 MiB, the least that Linux reports (pageblock_order). */
  private static final int BLOCK = 512;

  /** Linux, mm/page_reporting.c: PAGE_REPORTING_DELAY is two seconds. */
  private static final int REPORT_SECONDS = 2;

  private final Guest guest;
  private final Overcommit host;
  private final VirtioBalloonSpec spec;
  private final Balloon balloon;
  private final BalloonDevice device;
  private final Deque<Integer> held = new ArrayDeque<>();
  private final List<Fiber> waiting = new ArrayList<>();
  private final Series guestFree;
  private final Series guestCache;
  private int[] toSend = new int[0];
  private boolean busy;
  private boolean reporting;
  private boolean outOfPuff;
  private long announced;
  private long confirmed;
  private long second;
  private long reported;
  private long relieved;

  VirtioBalloon(Guest guest, Overcommit host, VirtioBalloonSpec spec) {
    this.guest = guest;
    this.host = host;
    this.spec = spec;
    this.balloon = guest.balloon();
    String name = guest.name() + ".balloon";
    Metrics metrics = host.simulation().metrics();
    this.device =
        new BalloonDevice(
            spec,
            host.machine().task(guest.name() + "-balloon", Optional.empty(), 0, List.of()),
            host.machine().task(guest.name() + "-qemu", Optional.empty(), 0, List.of()),
            new Exits(name, metrics),
            this);
    metrics.figure(name + ".requests", Unit.COUNT, device::requests);
    metrics.figure(name + ".entries", Unit.COUNT, device::entries);
    metrics.figure(name + ".reported", Unit.BYTES, () -> (double) reported * PAGE_BYTES);
    metrics.figure(name + ".relieved", Unit.COUNT, () -> relieved);
    this.guestFree = metrics.series(name + ".guest-free", Unit.BYTES);
    this.guestCache = metrics.series(name + ".guest-cache", Unit.BYTES);
    if (spec.stats().isPresent()) {
      device.tellFigures();
    }
  }

  @Override
  public boolean isAtWork() {
    return !outOfPuff && balloon.size() < balloon.target();
  }

  @Override
  public void everySecond() {
    second++;
    if (balloon.target() != announced) {
      announced = balloon.target();
      device.announce();
    }
    spec.stats()
        .filter(every -> second * SECOND_NS % every.toNanos() < SECOND_NS)
        .ifPresent(every -> device.askForFigures());
    if (spec.freePageReporting() && second % REPORT_SECONDS == 0) {
      report();
    }
  }

  // The driver.

  @Override
  public void configured() {
    work();
  }

  /** Towards the size that is asked for, a request at a time. */
  private void work() {
    if (busy || guest.isGone()) {
      return;
    }
    long more = balloon.target() - balloon.size();
    if (more > 0 && waiting.isEmpty()) {
      inflate((int) Math.min(more, device.mostEntries(BalloonQueue.INFLATE)));
    } else if (more < 0) {
      deflate((int) Math.min(-more, device.mostEntries(BalloonQueue.DEFLATE)));
    } else if (balloon.size() != confirmed) {
      confirmed = balloon.size();
      device.confirm();
    }
  }

  private void inflate(int most) {
    GuestKernel kernel = guest.kernel();
    int[] pages = new int[most];
    int count = 0;
    int page = kernel.take();
    while (page != GuestKernel.NONE) {
      pages[count++] = page;
      page = count < most ? kernel.take() : GuestKernel.NONE;
    }
    busy = true;
    toSend = Arrays.copyOf(pages, count);
    outOfPuff = count == 0 && kernel.toWrite() == 0;
    if (kernel.toWrite() > 0) {
      guest.meter().guestWrites.add(kernel.toWrite());
      host.disk().transfer(kernel.toWrite(), this, GO_ON, 0, Simulation.NO_REFERENCE);
    } else if (count > 0) {
      sendTaken();
    } else {
      host.simulation().schedule(OUT_OF_PUFF_NS, this, GO_ON, 0, Simulation.NO_REFERENCE);
    }
  }

  private void sendTaken() {
    int[] pages = toSend;
    toSend = new int[0];
    device.send(BalloonQueue.INFLATE, pages);
  }

  private void deflate(int most) {
    int[] pages = new int[Math.min(most, held.size())];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = held.pop();
    }
    busy = true;
    device.send(BalloonQueue.DEFLATE, pages);
  }

  /** What had to be written first is, or it has slept. */
  @Override
  public void handle(int kind, long argument, Object reference) {
    if (toSend.length > 0) {
      sendTaken();
      return;
    }
    busy = false;
    relieve();
    work();
  }

  @Override
  public void acknowledged(BalloonQueue queue, int[] pages) {
    if (queue == BalloonQueue.REPORTING) {
      reporting = false;
      if (pages.length == device.mostEntries(queue)) {
        report();
      }
      return;
    }
    boolean grows = queue == BalloonQueue.INFLATE;
    for (int page : pages) {
      if (grows) {
        held.push(page);
      } else {
        guest.kernel().give(page);
      }
    }
    balloon.changed(grows ? pages.length : -pages.length);
    busy = false;
    if (!grows) {
      waiting.forEach(guest::makeReady);
      waiting.clear();
    }
    relieve();
    work();
  }

  /** Linux, virtio_balloon_oom_notify: a request's worth goes back, and stays out. */
  @Override
  public boolean relieves(Fiber fiber) {
    if (!spec.deflateOnOom() || (held.isEmpty() && waiting.isEmpty())) {
      return false;
    }
    waiting.add(fiber);
    relieve();
    return true;
  }

  private void relieve() {
    if (!busy && !waiting.isEmpty() && !held.isEmpty()) {
      relieved++;
      int most = device.mostEntries(BalloonQueue.DEFLATE);
      balloon.aim(Math.min(balloon.target(), balloon.size() - most));
      deflate(most);
    }
  }

  /** Blocks of which all pages are free, and which have frames: the host may take these. */
  private void report() {
    if (reporting || guest.isGone()) {
      return;
    }
    int[] blocks = new int[device.mostEntries(BalloonQueue.REPORTING)];
    int count = 0;
    int last = guest.map().pages() - BLOCK;
    for (int first = 0; first <= last && count < blocks.length; first += BLOCK) {
      if (isFree(first)) {
        blocks[count++] = first;
      }
    }
    if (count > 0) {
      reporting = true;
      device.send(BalloonQueue.REPORTING, Arrays.copyOf(blocks, count));
    }
  }

  private boolean isFree(int first) {
    boolean backed = false;
    for (int page = first; page < first + BLOCK; page++) {
      if (!guest.kernel().isFree(page)) {
        return false;
      }
      backed |= guest.map().isMapped(page) || guest.map().isSwapped(page);
    }
    return backed;
  }

  @Override
  public BalloonStats figures() {
    GuestKernel kernel = guest.kernel();
    long total = guest.map().pages() - balloon.size();
    return new BalloonStats(
        (long) kernel.free() * PAGE_BYTES, total * PAGE_BYTES, (long) kernel.cached() * PAGE_BYTES);
  }

  // The host.

  @Override
  public void served(BalloonQueue queue, int[] pages) {
    if (guest.isGone()) {
      return;
    }
    for (int page : pages) {
      switch (queue) {
        case INFLATE -> host.memory().balloon(guest.map(), page);
        case DEFLATE -> host.memory().unmap(guest.map(), page);
        case REPORTING -> discard(page);
        case STATS -> {}
      }
    }
    host.changed();
  }

  /** What the guest has taken meanwhile is not free any more, and stays. */
  private void discard(int first) {
    for (int page = first; page < first + BLOCK; page++) {
      if (guest.kernel().isFree(page) && guest.map().isMapped(page)) {
        reported++;
      }
      if (guest.kernel().isFree(page)) {
        host.memory().unmap(guest.map(), page);
      }
    }
  }

  @Override
  public void told(BalloonStats stats) {
    guestFree.record((double) stats.freeBytes());
    guestCache.record((double) stats.cacheBytes());
  }
}
