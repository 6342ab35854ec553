package vdcsim.benchmarks;

import java.util.concurrent.TimeUnit;
import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.events.SimEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A thousand entities with one pending event each, beside CloudSim Plus. One operation is one
 * event; making the entities is in it on both sides.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@OperationsPerInvocation(EntitiesBenchmark.EVENTS)
public class EntitiesBenchmark {
  static final int EVENTS = 10_000;
  private static final int ENTITIES = 1000;
  private static final double NS = 1e-9;

  private final Increments delays = Increments.exponential();
  private int left;

  @Benchmark
  public long kernel() {
    left = EVENTS;
    Simulation simulation = new Simulation(1, 0);
    for (int i = 0; i < ENTITIES; i++) {
      EventHandler entity = new Entity(simulation);
      simulation.schedule(delays.next(), entity, i, 0, Simulation.NO_REFERENCE);
    }
    simulation.run(Long.MAX_VALUE);
    return simulation.digest();
  }

  private final class Entity implements EventHandler {
    private final Simulation simulation;

    Entity(Simulation simulation) {
      this.simulation = simulation;
    }

    @Override
    public void handle(int kind, long argument, Object reference) {
      if (--left == 0) {
        simulation.stop();
      }
      simulation.schedule(delays.next(), this, kind, argument, reference);
    }
  }

  @Benchmark
  public double cloudSimPlus() {
    left = EVENTS;
    CloudSimPlus simulation = new CloudSimPlus();
    for (int i = 0; i < ENTITIES; i++) {
      new TheirEntity(simulation);
    }
    return simulation.start();
  }

  private final class TheirEntity extends CloudSimEntity {
    TheirEntity(CloudSimPlus simulation) {
      super(simulation);
    }

    @Override
    protected void startInternal() {
      schedule(this, delays.next() * NS, 1);
    }

    @Override
    public void processEvent(SimEvent event) {
      left--;
      if (left > 0) {
        schedule(this, delays.next() * NS, 1);
      } else if (left == 0) {
        getSimulation().terminate();
      }
    }
  }
}
