package vdcsim.scenario.verify.io;

import java.util.Optional;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.published.PublishedRow;

/** The rows about one thing. */
interface Rows {
  /**
   * How a row is held; empty for a row about something else.
   *
   * @throws UnsupportedCase with the reason, if it is known and cannot be held
   */
  Optional<Plan> plan(PublishedRow row) throws UnsupportedCase;
}
