package vdcsim.hypervisor.memory.overcommit.virtioballoon;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hypervisor.io.ExitKind;
import vdcsim.hypervisor.io.Exits;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.hypervisor.virtio.Virtqueue;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A virtio balloon: its queues, the doorbells that the guest's driver rings, the work of QEMU on
 * each request, and the interrupts that say that it is done. A doorbell, an interrupt and a write
 * of the configuration are exits, and cost as the platform says; QEMU works entry by entry.
 */
public final class BalloonDevice implements EventHandler {
  private static final int KICKED = 0;
  private static final int SERVED = 1;
  private static final int CALLED = 2;
  private static final int CONFIGURED = 3;
  private static final int NOTHING = 4;
  private static final int QUEUES = 4;
  private static final int NO_HEAD = -1;

  private final VirtioBalloonSpec spec;
  private final ExecutionContext driverContext;
  private final ExecutionContext qemu;
  private final IoCosts costs;
  private final Exits exits;
  private final Sides sides;
  private final Virtqueue[] queues = new Virtqueue[QUEUES];
  private final boolean[] awake = new boolean[QUEUES];
  private int statsHead = NO_HEAD;
  private long requests;
  private long entries;

  /** What the two sides do with what comes. */
  public interface Sides {
    /** The host wants another size: the guest's driver reads it. */
    void configured();

    /** The host does what is asked for pages, or for the first page of each 2 MiB. */
    void served(BalloonQueue queue, int[] pages);

    /** The guest's driver learns that it is done. */
    void acknowledged(BalloonQueue queue, int[] pages);

    /** The guest's driver is asked for figures. */
    BalloonStats figures();

    /** The host has them. */
    void told(BalloonStats stats);
  }

  /** What stands in a queue: a buffer, or the pages that descriptors name. */
  private static final class Request {
    private final byte[] buffer;
    private final int[] named;

    Request(byte[] buffer, int[] named) {
      this.buffer = buffer;
      this.named = named;
    }

    int[] pages() {
      return buffer.length == 0 ? named : PageNumbers.decode(buffer);
    }
  }

  /**
   * A balloon with empty queues.
   *
   * @param driver where the guest's driver computes
   * @param qemu where the host's side does
   */
  public BalloonDevice(
      VirtioBalloonSpec spec,
      ExecutionContext driver,
      ExecutionContext qemu,
      Exits exits,
      Sides sides) {
    this.spec = spec;
    this.driverContext = driver;
    this.qemu = qemu;
    this.costs = IoCosts.of(spec.platform());
    this.exits = exits;
    this.sides = sides;
    for (int i = 0; i < QUEUES; i++) {
      queues[i] = new Virtqueue(spec.queue(), true, false);
    }
  }

  /** The most pages that a request of a queue has room for; of reports, the most blocks. */
  public int mostEntries(BalloonQueue queue) {
    // Linux, mm/page_reporting.h: PAGE_REPORTING_CAPACITY is 32.
    return queue == BalloonQueue.REPORTING ? Math.min(32, spec.queue()) : PageNumbers.MOST;
  }

  // The guest's driver.

  /** Asks for something about pages. */
  public void send(BalloonQueue queue, int[] pages) {
    boolean named = queue == BalloonQueue.REPORTING;
    Request request =
        named
            ? new Request(new byte[0], pages.clone())
            : new Request(PageNumbers.encode(pages), new int[0]);
    put(queue, named ? pages.length : 1, request);
  }

  /** Leaves a buffer with figures, which the host keeps until it wants others. */
  public void tellFigures() {
    put(BalloonQueue.STATS, 1, new Request(sides.figures().encode(), new int[0]));
  }

  private void put(BalloonQueue queue, int descriptors, Request request) {
    Virtqueue ring = queues[queue.number()];
    ring.add(descriptors, request);
    if (ring.kickNeeded()) {
      long cycles = costs.kick(true);
      exits.count(ExitKind.KICK, 1, cycles);
      driverContext.execute(cycles, this, KICKED, queue.number(), Simulation.NO_REFERENCE);
    }
  }

  /** Says in the configuration how large the balloon is now. */
  public void confirm() {
    long cycles = costs.rows().get("user port-write").cycles();
    exits.count(ExitKind.CONFIG, 1, cycles);
    driverContext.execute(cycles, this, NOTHING, 0, Simulation.NO_REFERENCE);
  }

  // The host's side.

  /** Changes the size that the configuration asks for, and says so. */
  public void announce() {
    interrupt(CONFIGURED, 0);
  }

  /** Wants figures: gives back the buffer that it has, if it has one. */
  public void askForFigures() {
    if (statsHead != NO_HEAD) {
      int head = statsHead;
      statsHead = NO_HEAD;
      giveBack(BalloonQueue.STATS, head);
    }
  }

  private void interrupt(int then, int queue) {
    long cycles = costs.enterInterrupt() + costs.endInterrupt();
    if (cycles > 0) {
      exits.count(ExitKind.INTERRUPT, 1, costs.enterInterrupt());
      exits.count(ExitKind.EOI, 1, costs.endInterrupt());
    }
    driverContext.execute(cycles, this, then, queue, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    BalloonQueue queue = BalloonQueue.numbered((int) argument);
    switch (kind) {
      case KICKED -> kicked(queue);
      case SERVED -> served(queue, (Taken) reference);
      case CALLED -> called(queue);
      case CONFIGURED -> sides.configured();
      default -> {}
    }
  }

  private record Taken(int head, Request request) {}

  private void kicked(BalloonQueue queue) {
    if (!awake[queue.number()]) {
      awake[queue.number()] = true;
      next(queue);
    }
  }

  private void next(BalloonQueue queue) {
    Virtqueue ring = queues[queue.number()];
    if (!ring.hasAvailable()) {
      awake[queue.number()] = ring.allowKicks();
      if (!awake[queue.number()]) {
        return;
      }
    }
    int head = ring.take();
    Request request = (Request) ring.request(head);
    long count = queue == BalloonQueue.STATS ? 0 : request.pages().length;
    requests++;
    entries += count;
    qemu.execute(
        count * spec.entryCycles(), this, SERVED, queue.number(), new Taken(head, request));
  }

  private void served(BalloonQueue queue, Taken taken) {
    if (queue == BalloonQueue.STATS) {
      statsHead = taken.head();
      sides.told(BalloonStats.decode(taken.request().buffer));
    } else {
      sides.served(queue, taken.request().pages());
      giveBack(queue, taken.head());
    }
    next(queue);
  }

  private void giveBack(BalloonQueue queue, int head) {
    Virtqueue ring = queues[queue.number()];
    ring.give(head);
    if (ring.callNeeded()) {
      interrupt(CALLED, queue.number());
    }
  }

  private void called(BalloonQueue queue) {
    Virtqueue ring = queues[queue.number()];
    do {
      while (ring.hasUsed()) {
        Request request = (Request) ring.takeUsed();
        if (queue == BalloonQueue.STATS) {
          tellFigures();
        } else {
          sides.acknowledged(queue, request.pages());
        }
      }
    } while (ring.allowCalls());
  }

  /** Requests that the host has taken. */
  public long requests() {
    return requests;
  }

  /** Entries of all of them. */
  public long entries() {
    return entries;
  }
}
