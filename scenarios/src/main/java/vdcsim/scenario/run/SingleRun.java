package vdcsim.scenario.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.world.World;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.problem.RefusedScenario;

/** One run, from an empty world to its measurements. */
final class SingleRun {
  /** Events between two looks at the outside: some milliseconds. */
  private static final long SLICE = 1 << 16;

  /** A world with so many events at one instant will not leave it: about two seconds of work. */
  static final long MOST_AT_ONE_INSTANT = 20_000_000;

  /** Rows of final tables that one run keeps: some ten megabytes. */
  private static final int MOST_TABLE_ROWS = 200_000;

  private final Scenario scenario;
  private final RunId id;
  private final Simulation simulation;
  private final BooleanSupplier abandoned;
  private final LongConsumer executed;
  private final long mostAtOneInstant;
  private long instantNs = -1;
  private long eventsAtInstant;

  /**
   * A run that has not begun.
   *
   * @param abandoned asked now and then; when it says yes, the run ends without a result
   * @param executed told now and then how many events were executed since the last time
   * @param mostAtOneInstant more events at one instant are taken for a world that stands still
   */
  SingleRun(
      Scenario scenario,
      RunId id,
      BooleanSupplier abandoned,
      LongConsumer executed,
      long mostAtOneInstant) {
    this.scenario = scenario;
    this.id = id;
    this.simulation = new Simulation(scenario.seed(), id.replication());
    this.abandoned = abandoned;
    this.executed = executed;
    this.mostAtOneInstant = mostAtOneInstant;
  }

  /**
   * What a run leaves behind.
   *
   * @param topology the world as it stood at the end; of the first run only
   */
  record Ended(Replication replication, Optional<Topology> topology) {}

  /** Runs to the end; nothing if the run was abandoned. */
  Optional<Ended> run(RunWatch watch) throws RefusedScenario, FailedRun {
    World world = built();
    if (id.isFirst()) {
      watch.begins(world);
    }
    try {
      return measured(world);
    } catch (OutOfMemoryError e) {
      throw new FailedRun(broken("needed more memory than " + heap()), e);
    } catch (StackOverflowError | RuntimeException | AssertionError e) {
      throw new FailedRun(broken("broke at " + instant() + ": " + e), e);
    }
  }

  private World built() throws RefusedScenario, FailedRun {
    try {
      return scenario.builder().build(id.point(), simulation);
    } catch (OutOfMemoryError e) {
      throw new FailedRun(broken("needed more memory than " + heap()), e);
    } catch (StackOverflowError | RuntimeException | AssertionError e) {
      throw new FailedRun(broken("could not be built: " + e), e);
    }
  }

  private Optional<Ended> measured(World world) throws FailedRun {
    if (scenario.warmUp().toNanos() > 0) {
      if (!advance(scenario.warmUp().toNanos())) {
        return Optional.empty();
      }
      simulation.metrics().restart();
    }
    if (!advance(scenario.duration().toNanos())) {
      return Optional.empty();
    }
    refuseLosses();
    Replication replication =
        new Replication(
            id.replication(),
            simulation.events(),
            simulation.digest(),
            simulation.metrics().read(),
            id.replication() == 0 ? simulation.tables().read(MOST_TABLE_ROWS) : List.of());
    Optional<Topology> topology =
        id.isFirst() ? Optional.of(world.picture().draw()) : Optional.empty();
    return Optional.of(new Ended(replication, topology));
  }

  /** Goes on to an instant; says whether it got there, or was abandoned. */
  private boolean advance(long untilNs) throws FailedRun {
    boolean arrived = false;
    while (!arrived) {
      long before = simulation.events();
      arrived = simulation.run(untilNs, SLICE);
      long events = simulation.events() - before;
      executed.accept(events);
      refuseStandstill(events);
      if (!arrived && abandoned.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /** Two slices that end at one instant have all events of the second there. */
  private void refuseStandstill(long events) throws FailedRun {
    eventsAtInstant = simulation.now() == instantNs ? eventsAtInstant + events : 0;
    instantNs = simulation.now();
    if (eventsAtInstant >= mostAtOneInstant) {
      throw new FailedRun(
          broken(
              String.format(
                  Locale.ROOT,
                  "stands still at %s: more than %,d events ran and time did not go on; something"
                      + " in the scenario sets itself off without delay",
                  instant(),
                  mostAtOneInstant)));
    }
  }

  private void refuseLosses() throws FailedRun {
    List<String> violations = simulation.conservation().violations();
    if (!violations.isEmpty()) {
      throw new FailedRun(broken("lost count of something: " + String.join("; ", violations)));
    }
  }

  private String broken(String what) {
    return id.of(scenario) + " " + what;
  }

  private String instant() {
    return String.format(Locale.ROOT, "%.9f s", simulation.now() / 1e9);
  }

  private static String heap() {
    return Runtime.getRuntime().maxMemory() / 1024 / 1024
        + " MiB, which is all that Java may use here; VDCSIM_JAVA_OPTS=-Xmx8g gives it more";
  }
}
