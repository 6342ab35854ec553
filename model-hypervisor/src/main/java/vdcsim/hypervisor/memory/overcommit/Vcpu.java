package vdcsim.hypervisor.memory.overcommit;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.overcommit.guest.GuestKernel;
import vdcsim.hypervisor.memory.overcommit.guest.GuestThread;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A virtual processor: it runs its guest's threads in turn, and touches their memory.
 *
 * <p>A thread that waits for the guest's own disk leaves the processor to another. A page that the
 * host has swapped, or for which it has no frame, halts the processor itself, since the guest does
 * not know of it.
 */
final class Vcpu implements EventHandler {
  /** What follows when the processor has computed. */
  private static final int CONTINUE = 0;

  private static final int WAIT_FOR_GUEST_DISK = 1;
  private static final int WAIT_FOR_FRAME = 2;
  private static final int WAIT_FOR_SWAP = 3;
  private static final int NOTHING = 4;

  /** What has come to an end. */
  private static final int READ = 5;

  private static final int GUEST_DISK_DONE = 6;

  /** A guest that finds no page tries again after so long. */
  private static final long RETRY_NS = 1_000_000_000;

  private final Guest guest;
  private final Overcommit host;
  private final Backing memory;
  private final ExecutionContext context;
  private Fiber current = Fiber.NOBODY;
  private State state = State.IDLE;
  private long stepCycles;
  private int page;
  private int toRead;
  private int toWrite;
  private long stalledSinceNs;

  /** What a processor does. */
  private enum State {
    IDLE,
    RUNNING,
    /** The whole machine stands still. */
    HALTED,
    /** It waits for memory of the host. */
    STALLED
  }

  Vcpu(Guest guest, Overcommit host, int index) {
    this.guest = guest;
    this.host = host;
    this.memory = host.memory();
    String name = guest.name() + (guest.vm().vcpus() == 1 ? "" : "-" + (index + 1));
    this.context = host.machine().task(name, Optional.empty(), 0, List.of());
  }

  boolean isIdle() {
    return state == State.IDLE;
  }

  boolean isHalted() {
    return state == State.HALTED;
  }

  /** Goes on as soon as the present event is over. */
  void begin() {
    state = State.RUNNING;
    host.simulation().schedule(0, this, CONTINUE, 0, Simulation.NO_REFERENCE);
  }

  /** Runs threads for a while, or until it has to wait. */
  void go() {
    if (!guest.mayRun()) {
      state = State.HALTED;
      return;
    }
    state = State.RUNNING;
    long cycles = 0;
    int next = CONTINUE;
    while (next == CONTINUE && cycles < host.pieceCycles()) {
      next = step();
      cycles += stepCycles;
    }
    if (next == NOTHING && cycles == 0) {
      state = State.IDLE;
      return;
    }
    context.execute(cycles, this, next == NOTHING ? CONTINUE : next, page, Simulation.NO_REFERENCE);
  }

  private int step() {
    stepCycles = 0;
    if (current == Fiber.NOBODY) {
      current = guest.nextReady();
      if (current == Fiber.NOBODY) {
        return NOTHING;
      }
    }
    int piece = current.piece();
    if (piece < 0) {
      rest(piece == GuestThread.PAUSE);
      return CONTINUE;
    }
    return touch(piece);
  }

  private void rest(boolean pauses) {
    if (pauses) {
      guest.wake(current, current.thread().pauseNs());
    }
    current = Fiber.NOBODY;
  }

  private int touch(int piece) {
    GuestKernel kernel = guest.kernel();
    page = kernel.touch(piece, current.writes(), current.thread().ahead());
    if (page == GuestKernel.NONE) {
      guest.meter().guestFailures.increment();
      if (!guest.driver().relieves(current)) {
        guest.wake(current, RETRY_NS);
      }
      current = Fiber.NOBODY;
      return CONTINUE;
    }
    toRead = kernel.toRead();
    toWrite = kernel.toWrite();
    if (toRead + toWrite > 0) {
      return WAIT_FOR_GUEST_DISK;
    }
    boolean fresh = kernel.isFresh(page);
    int next = reach(memory.look(guest.map(), page, current.writes() || fresh));
    if (next == CONTINUE) {
      write(kernel, piece, fresh);
      current.touched();
      guest.meter().touches.add(guest.isBooted() ? 1 : 0);
      stepCycles += current.thread().cycles();
    }
    return next;
  }

  private int reach(Touch met) {
    return switch (met) {
      case HIT -> CONTINUE;
      case FILL -> faulted(memory.fill(guest.map(), page), true);
      case COPY -> faulted(memory.copy(guest.map(), page), false);
      case SWAPPED -> WAIT_FOR_SWAP;
    };
  }

  private int faulted(boolean served, boolean fills) {
    stepCycles += host.faultCycles();
    if (!served) {
      return WAIT_FOR_FRAME;
    }
    (fills ? guest.meter().fills : guest.meter().copies).increment();
    host.changed();
    return CONTINUE;
  }

  private void write(GuestKernel kernel, int piece, boolean fresh) {
    if (fresh) {
      kernel.filled(page);
      memory.write(guest.map(), page, kernel.content(piece));
    }
    if (current.writes()) {
      guest.write(page);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case WAIT_FOR_GUEST_DISK -> useGuestDisk();
      case WAIT_FOR_FRAME -> waitForFrame();
      case WAIT_FOR_SWAP -> readSwapped();
      case READ -> read((int) (argument >>> Integer.SIZE), (int) argument);
      case GUEST_DISK_DONE -> guest.makeReady((Fiber) reference);
      case NOTHING -> {}
      default -> go();
    }
  }

  /** The thread goes on after its read, or after a write that needs no read. */
  private void useGuestDisk() {
    guest.meter().guestReads.add(toRead);
    guest.meter().guestWrites.add(toWrite);
    if (toWrite > 0) {
      int then = toRead > 0 ? NOTHING : GUEST_DISK_DONE;
      host.disk().transfer(toWrite, this, then, 0, current);
    }
    if (toRead > 0) {
      host.disk().transfer(toRead, this, GUEST_DISK_DONE, 0, current);
    }
    current = Fiber.NOBODY;
    go();
  }

  private void waitForFrame() {
    stall();
    host.await(this);
  }

  private void stall() {
    if (state != State.STALLED) {
      stalledSinceNs = host.simulation().now();
    }
    state = State.STALLED;
  }

  /** A frame may be free. */
  void retry() {
    resume();
    go();
  }

  private void resume() {
    guest.meter().stalledNs.add(host.simulation().now() - stalledSinceNs);
    state = State.RUNNING;
  }

  private void readSwapped() {
    if (!guest.map().isSwapped(page)) {
      go();
      return;
    }
    int frame = memory.takeForReading(guest.map(), page);
    if (frame == HostMemory.NONE) {
      waitForFrame();
      return;
    }
    stall();
    host.changed();
    long pageAndFrame = (long) page << Integer.SIZE | frame;
    host.disk().transfer(1, this, READ, pageAndFrame, Simulation.NO_REFERENCE);
  }

  private void read(int readPage, int frame) {
    memory.swapIn(guest.map(), readPage, frame);
    guest.meter().swapIns.increment();
    guest.meter().swapInTime.record(host.simulation().now() - stalledSinceNs);
    resume();
    go();
  }
}
