package vdcsim.scenario.language;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.kernel.world.Action;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Facet;
import vdcsim.kernel.world.Kind;
import vdcsim.kernel.world.Section;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** A small module for tests: two kinds of workload, a facet of hosts, an action. */
public final class Workshop implements Catalog {
  @Override
  public List<Section> sections() {
    return List.of(new Section("workloads", "What the hosts do.", Section.Form.NAMED));
  }

  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>("workloads", "echo", "Asks and waits.", Echo.class, Workshop::echo),
        new Kind<>("workloads", "burst", "Sends at once.", Burst.class, Workshop::burst));
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        new Facet<>("hosts", "engine", "What drives it.", Engine.class, (n, s, w) -> Wiring.NONE));
  }

  @Override
  public List<Action<?>> actions() {
    return List.of(new Action<>("stop", "A workload stops.", Stop.class, Workshop::stop));
  }

  /** Asks and waits. */
  @Doc("Asks and waits.")
  public record Echo(
      @Key(value = "Who asks.", names = "hosts") String from,
      @Key(value = "Who answers.", names = "hosts") List<String> to,
      @Key(value = "From question to question.", quantity = Duration.class, fallback = "10 ms")
          Distribution every,
      @Key(value = "How many.", fallback = "3") int count,
      @Key(value = "How careful.", fallback = "at-once") Care care,
      @Key("Marks.") Map<String, String> marks) {
    public Echo {
      if (count < 1) {
        throw new Refusal("count", "count must be 1 or more, was " + count);
      }
    }
  }

  /** How careful. */
  public enum Care {
    @Doc("at once")
    AT_ONCE,
    @Doc("after a look")
    AFTER_A_LOOK
  }

  /** Sends at once. */
  @Doc("Sends at once.")
  public record Burst(
      @Key(value = "Who sends.", names = "hosts") String from,
      @Key("How much.") DataSize size,
      @Key("At which share of the rate.") Optional<Ratio> load,
      @Key(value = "Whether it ends.", fallback = "false") boolean ends,
      @Key(value = "A weight.", fallback = "0.5") double weight,
      @Key(value = "Sizes of frames.", quantity = DataSize.class, fallback = "64 B")
          Distribution frames) {}

  /** An engine. */
  @Doc("An engine.")
  @Shorthand("clock")
  public record Engine(@Key("Its clock.") Frequency clock) {}

  /** What stops. */
  @Doc("What stops.")
  @Shorthand("workload")
  public record Stop(@Key(value = "The workload.", names = "workloads") String workload) {}

  private record Running(String name) {}

  private static Wiring echo(String name, Echo spec, World world) {
    world.add(name, new Running(name));
    world.simulation().metrics().tally(name + ".round-trip-time", Unit.NANOSECONDS);
    world.simulation().metrics().counter(name + ".lost", Unit.COUNT);
    world.simulation().metrics().figure(name + ".loss", Unit.RATIO, () -> Double.NaN);
    return () -> {
      world.require("from", spec.from(), Host.class, "host");
      spec.to().forEach(to -> world.require("to", to, Host.class, "host"));
    };
  }

  private static Wiring burst(String name, Burst spec, World world) {
    world.add(name, new Running(name));
    world.simulation().metrics().series(name + ".throughput", Unit.BITS_PER_SECOND);
    return () -> world.require("from", spec.from(), Host.class, "host");
  }

  private static Runnable stop(Stop spec, World world) {
    world.require("workload", spec.workload(), Running.class, "workload");
    return () -> {};
  }
}
