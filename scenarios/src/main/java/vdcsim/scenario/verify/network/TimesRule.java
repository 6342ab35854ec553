package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Optional;
import vdcsim.scenario.verify.compare.TimeCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** How a family's times are held against the measured ones. */
interface TimesRule {
  /**
   * The times of a phase that were measured, against the run's; the run has settled.
   *
   * @param event what the phase begins with; empty for the start
   * @param measured what was measured
   */
  List<TimeCheck> check(
      Optional<Fields> event, Optional<Fields> measured, Phase phase, NetworkRun run)
      throws UnreadableCase;
}
