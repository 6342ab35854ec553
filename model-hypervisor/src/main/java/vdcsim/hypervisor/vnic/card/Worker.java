package vdcsim.hypervisor.vnic.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The thread of a host that serves a card: it sleeps until it is woken, then takes turns until none
 * has anything to do. In each host where the card has been it is another task.
 */
public final class Worker implements EventHandler {
  private static final int NEXT = 0;
  private static final int DONE = 1;
  private static final int LOCKED = 2;

  private final Simulation simulation;
  private final CardMeter meter;
  private final String name;
  private final long wakeCycles;
  private final Turn[] turns;
  private final Map<String, Task> tasks = new TreeMap<>();
  private ExecutionContext thread;
  private Optional<String> shared = Optional.empty();
  private Optional<BigLock> lock = Optional.empty();
  private int current;
  private boolean awake;

  /**
   * A thread that nobody has woken yet.
   *
   * @param thread its name in the host
   * @param wakeCycles what it costs to come back from sleep, beside a switch between tasks
   */
  public Worker(GuestEnd guest, String thread, long wakeCycles, Turn... turns) {
    this.simulation = guest.simulation();
    this.meter = guest.meter();
    this.name = guest.name() + "." + thread;
    this.wakeCycles = wakeCycles;
    this.turns = turns.clone();
    this.thread = this::atOnce;
    meter.watch(this);
  }

  /** Behind what happens now, and in no time. */
  private void atOnce(long cycles, EventHandler done, int kind, long argument, Object reference) {
    simulation.schedule(0, done, kind, argument, reference);
  }

  /** Holds a lock while it works on a piece. */
  Worker locks(BigLock newLock) {
    lock = Optional.of(newLock);
    return this;
  }

  /** Works in a thread that others of the host share, from now on. */
  public Worker shares(String purpose) {
    shared = Optional.of(purpose);
    return this;
  }

  /** Works in this host from now on. */
  public void move(HostEnd at) {
    if (at.host().isEmpty()) {
      thread = this::atOnce;
      return;
    }
    String host = at.host().get().processor().name();
    thread =
        shared.isPresent()
            ? at.host().get().context(shared.get())
            : tasks.computeIfAbsent(
                host, key -> at.host().get().task(name, Optional.empty(), 0, List.of()));
  }

  /** Where it works. */
  public ExecutionContext thread() {
    return thread;
  }

  /** How long it has run. */
  public long ranNs() {
    long sum = 0;
    for (Task task : tasks.values()) {
      sum += task.ranNs();
    }
    return sum;
  }

  /** There is something to do. */
  public void wake() {
    if (!awake) {
      awake = true;
      meter.woken();
      thread.execute(wakeCycles, this, NEXT, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case DONE -> {
        turns[current].end();
        lock.ifPresent(BigLock::release);
        next();
      }
      case LOCKED -> {
        if (!takeTurn()) {
          lock.ifPresent(BigLock::release);
        }
      }
      default -> next();
    }
  }

  private void next() {
    if (lock.isPresent()) {
      lock.get().take(this, LOCKED, Simulation.NO_REFERENCE);
    } else {
      takeTurn();
    }
  }

  private boolean takeTurn() {
    for (int i = 1; i <= turns.length; i++) {
      int turn = (current + i) % turns.length;
      long cycles = turns[turn].begin();
      if (cycles != Turn.NOTHING) {
        current = turn;
        thread.execute(cycles, this, DONE, 0, Simulation.NO_REFERENCE);
        return true;
      }
    }
    awake = false;
    return false;
  }
}
