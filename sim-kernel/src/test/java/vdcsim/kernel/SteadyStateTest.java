package vdcsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.random.RandomStream;

/** A run in steady state makes no garbage, and cancelled events leave nothing behind. */
class SteadyStateTest {
  private static final int PENDING = 1000;
  private static final int EVENTS = 300_000;

  private final EventSlots slots = new EventSlots();
  private final Simulation simulation = new Simulation(1, 0);
  private final RandomStream random = simulation.random().stream("steady.delay");

  @Test
  void anEventCostsNoObject() {
    EventHandler again =
        new EventHandler() {
          @Override
          public void handle(int kind, long argument, Object reference) {
            simulation.schedule(delay(), this, kind, argument, reference);
          }
        };
    for (int i = 0; i < PENDING; i++) {
      simulation.schedule(delay(), again, i, i, Simulation.NO_REFERENCE);
    }
    assertThat(bytesAnEvent()).isLessThan(0.1);
  }

  @Test
  void aTimerThatIsRestartedCostsNoObject() {
    Timer[] timers = new Timer[PENDING];
    for (int i = 0; i < PENDING; i++) {
      timers[i] = new Timer(simulation, () -> {});
      timers[i].start(delay());
    }
    EventHandler restart =
        new EventHandler() {
          @Override
          public void handle(int kind, long argument, Object reference) {
            timers[kind].start(delay());
            timers[(kind + 7) % PENDING].stop();
            simulation.schedule(1000, this, (kind + 1) % PENDING, argument, reference);
          }
        };
    simulation.schedule(0, restart, 0, 0, Simulation.NO_REFERENCE);
    assertThat(bytesAnEvent()).isLessThan(0.1);
  }

  /** Bytes that the run allocates for each event once its arrays have grown. */
  private double bytesAnEvent() {
    runEvents(EVENTS);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    runEvents(EVENTS);
    return (double) (threads.getThreadAllocatedBytes(id) - before) / EVENTS;
  }

  private void runEvents(int count) {
    long end = simulation.events() + count;
    while (simulation.events() < end) {
      simulation.run(simulation.now() + 1_000_000);
    }
  }

  private long delay() {
    return random.nextInt(1_000_000);
  }

  @Test
  void nineInTenCancelledLeaveNoSlotBehind() {
    LadderQueue queue = new LadderQueue(slots);
    EventHandler handler = (kind, argument, reference) -> {};
    long now = 0;
    for (int i = 0; i < EVENTS; i++) {
      queue.insert(now + delay(), 0, handler, 0, 0, Simulation.NO_REFERENCE);
      for (int k = 0; k < 9; k++) {
        // Far ahead, as retransmission timers that the next acknowledgement stops.
        queue.cancel(
            queue.insert(now + 1_000_000_000L + k, 0, handler, 0, 0, Simulation.NO_REFERENCE));
      }
      if (queue.size() > 100) {
        queue.next(Long.MAX_VALUE);
        now = queue.timeNs();
      }
    }
    assertThat(queue.size()).isEqualTo(100);
    assertThat(slots.capacity()).isLessThan(110);
  }

  @Test
  void aHundredThousandEventsAtOneInstantThatEachScheduleAnotherKeepTheirOrder() {
    long[] last = {-1};
    int count = 100_000;
    EventHandler second =
        (kind, argument, reference) -> {
          assertThat(argument).isEqualTo(last[0] + 1);
          last[0] = argument;
        };
    EventHandler first =
        (kind, argument, reference) -> {
          assertThat(last[0]).isEqualTo(-1);
          simulation.schedule(0, second, 0, argument, reference);
        };
    for (int i = 0; i < count; i++) {
      simulation.schedule(1_000, first, 0, i, Simulation.NO_REFERENCE);
    }
    simulation.run(1_000);
    assertThat(last[0]).isEqualTo(count - 1);
  }

  @Test
  void aBurstWithinTheNearEventsStaysInOrder() {
    long[] last = {0};
    int[] seen = {0};
    EventHandler check =
        (kind, argument, reference) -> {
          assertThat(simulation.now()).isGreaterThanOrEqualTo(last[0]);
          last[0] = simulation.now();
          seen[0]++;
        };
    simulation.schedule(1_000_000_000, check, 0, 0, Simulation.NO_REFERENCE);
    simulation.schedule(
        1,
        () -> {
          for (int i = 0; i < 50_000; i++) {
            simulation.schedule(delay(), check, 0, 0, Simulation.NO_REFERENCE);
          }
        });
    simulation.run(2_000_000_000);
    assertThat(seen[0]).isEqualTo(50_001);
  }
}
