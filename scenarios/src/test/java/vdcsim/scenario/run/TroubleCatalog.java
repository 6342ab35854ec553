package vdcsim.scenario.run;

import static vdcsim.kernel.conservation.Conservation.term;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** A module whose things tick, draw random numbers, and at an instant go wrong. */
public final class TroubleCatalog implements Catalog {
  @Override
  public List<Section> sections() {
    return List.of(new Section("clocks", "Things that tick.", Section.Form.NAMED));
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>("clocks", "", "A thing that ticks.", ClockSpec.class, TroubleCatalog::make));
  }

  /** What a clock does. */
  @Doc("A thing that ticks every second, and at an instant does something else.")
  public record ClockSpec(
      @Key(value = "The instant.", fallback = "1500 ms") Duration at,
      @Key(value = "What it does then.", fallback = "nothing") Trouble trouble,
      @Key(value = "Only so that something can be varied.", fallback = "1") int label) {}

  /** What can happen to a clock. */
  public enum Trouble {
    @Doc("it goes on")
    NOTHING,
    @Doc("it throws an exception")
    BREAK,
    @Doc("it ticks for ever at one instant")
    STAND_STILL,
    @Doc("it ticks without counting")
    LOSE_COUNT,
    @Doc("it needs all memory")
    EAT_MEMORY
  }

  private static Wiring make(String name, ClockSpec spec, World world) {
    Clock clock = new Clock(name, spec, world.simulation());
    world.add(name, clock);
    world.picture().node(name, "clock", () -> "ticks " + clock.ticks.total());
    return clock::start;
  }

  private static final class Clock {
    private static final long SECOND_NS = 1_000_000_000;

    private final Simulation simulation;
    private final ClockSpec spec;
    private final Counter ticks;
    private final Tally draws;
    private final RandomStream stream;
    private long ticked;

    Clock(String name, ClockSpec spec, Simulation simulation) {
      this.simulation = simulation;
      this.spec = spec;
      this.ticks = simulation.metrics().counter(name + ".ticks", Unit.COUNT);
      this.draws = simulation.metrics().tally(name + ".draws", Unit.COUNT);
      this.stream = simulation.random().stream(name + ".draws");
      DoubleSupplier label = spec::label;
      simulation.metrics().figure(name + ".label", Unit.COUNT, label);
      simulation
          .conservation()
          .balance(
              "ticks of " + name,
              List.of(term("ticked", () -> ticked)),
              List.of(term("counted", ticks::total)));
    }

    void start() {
      tick();
      simulation.schedule(spec.at().toNanos(), this::trouble);
    }

    private void tick() {
      ticked++;
      ticks.add(1);
      draws.record((long) (stream.nextDouble() * 1000));
      simulation.schedule(SECOND_NS, this::tick);
    }

    private void trouble() {
      switch (spec.trouble()) {
        case NOTHING -> {}
        case BREAK -> throw new IllegalStateException("the spring is broken");
        case STAND_STILL -> simulation.schedule(0, this::trouble);
        case LOSE_COUNT -> ticked++;
        case EAT_MEMORY -> throw new OutOfMemoryError("Java heap space");
      }
    }
  }
}
