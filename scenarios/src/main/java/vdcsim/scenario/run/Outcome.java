package vdcsim.scenario.run;

import vdcsim.kernel.result.Results;

/**
 * What the runs of a scenario came to.
 *
 * @param results of the points whose replications have all ended
 * @param runsDone how many runs have ended
 * @param runs how many the scenario has
 */
public record Outcome(Results results, int runsDone, int runs) {
  /** Whether all runs have ended; if not, somebody cancelled the rest. */
  public boolean complete() {
    return runsDone == runs;
  }

  /** How many events the ended runs executed. */
  public long events() {
    return results.points().stream()
        .flatMap(point -> point.replications().stream())
        .mapToLong(replication -> replication.events())
        .sum();
  }

  /** Whether every expectation held. */
  public boolean allHeld() {
    return results.checks().stream().allMatch(check -> check.held());
  }
}
