package vdcsim.scenario.run;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Provenance;
import vdcsim.kernel.result.Results;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.problem.RefusedScenario;

/** Runs scenarios on a number of threads. */
public final class Runner {
  private final int threads;

  /** A runner on so many threads; each run has one to itself. */
  public Runner(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a runner needs at least 1 thread, was " + threads);
    }
    this.threads = threads;
  }

  /** How many runs a scenario has: its points times its replications. */
  public static int runs(Scenario scenario) {
    return RunId.count(scenario);
  }

  /**
   * Runs every point and replication. All points draw from the same random streams, so that what
   * differs between them is what was varied.
   *
   * @param watch looks into the first run
   * @throws RefusedScenario if a point cannot be built although each of its values is right
   * @throws FailedRun if a run broke; the first of the plan, whatever the number of threads
   */
  public Outcome run(
      Scenario scenario, RunWatch watch, Progress progress, Cancellation cancellation)
      throws RefusedScenario, FailedRun {
    Batch batch = new Batch(scenario, watch, progress, cancellation);
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, batch.runs()); i++) {
      helpers.add(new Thread(batch::work, "run-" + i));
    }
    helpers.forEach(Thread::start);
    batch.work();
    helpers.forEach(helper -> await(helper, cancellation));
    return outcome(scenario, batch);
  }

  /** A thread that is interrupted while it waits cancels the runs and waits for their end. */
  private static void await(Thread helper, Cancellation cancellation) {
    boolean interrupted = false;
    while (helper.isAlive()) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        interrupted = true;
        cancellation.ask();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Outcome outcome(Scenario scenario, Batch batch) throws RefusedScenario, FailedRun {
    List<Point> points = batch.points();
    boolean complete = batch.done() == batch.runs();
    String incomplete =
        "INCOMPLETE: interrupted after " + batch.done() + " of " + batch.runs() + " runs. ";
    List<Check> checks =
        complete
            ? scenario.expectations().stream()
                .map(expectation -> expectation.check(scenario.axes(), points))
                .toList()
            : List.of();
    Results results =
        new Results(
            scenario.name(),
            complete ? scenario.about() : (incomplete + scenario.about()).strip(),
            provenance(scenario),
            scenario.axes(),
            points,
            batch.topology(),
            scenario.charts(),
            scenario.measures(),
            checks);
    return new Outcome(results, batch.done(), batch.runs());
  }

  private static Provenance provenance(Scenario scenario) {
    return new Provenance(
        Version.number(),
        scenario.sha256(),
        scenario.seed(),
        scenario.overrides(),
        scenario.replications(),
        scenario.duration().toNanos(),
        scenario.warmUp().toNanos());
  }
}
