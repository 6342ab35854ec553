package vdcsim.hypervisor.vnic.card;

import java.util.List;
import java.util.Map;
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

  private final Simulation simulation;
  private final String name;
  private final long wakeCycles;
  private final Turn[] turns;
  private final Map<String, Task> tasks = new TreeMap<>();
  private ExecutionContext thread;
  private int current;
  private boolean awake;
  private long wakeUps;

  /**
   * A thread that nobody has woken yet.
   *
   * @param wakeCycles what it costs to come back from sleep, beside a switch between tasks
   */
  public Worker(Simulation simulation, String name, long wakeCycles, Turn... turns) {
    this.simulation = simulation;
    this.name = name;
    this.wakeCycles = wakeCycles;
    this.turns = turns.clone();
    this.thread = this::atOnce;
  }

  /** Behind what happens now, and in no time. */
  private void atOnce(long cycles, EventHandler done, int kind, long argument, Object reference) {
    simulation.schedule(0, done, kind, argument, reference);
  }

  /** Works in this host from now on. */
  public void move(HostEnd at) {
    if (at.host().isEmpty()) {
      thread = this::atOnce;
      return;
    }
    String host = at.host().get().processor().name();
    thread =
        tasks.computeIfAbsent(
            host, key -> at.host().get().task(name, java.util.Optional.empty(), 0, List.of()));
  }

  /** Where it works. */
  public ExecutionContext thread() {
    return thread;
  }

  /** How often it was woken. */
  public long wakeUps() {
    return wakeUps;
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
      wakeUps++;
      thread.execute(wakeCycles, this, NEXT, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == DONE) {
      turns[current].end();
    }
    for (int i = 1; i <= turns.length; i++) {
      int next = (current + i) % turns.length;
      long cycles = turns[next].begin();
      if (cycles != Turn.NOTHING) {
        current = next;
        thread.execute(cycles, this, DONE, 0, Simulation.NO_REFERENCE);
        return;
      }
    }
    awake = false;
  }
}
