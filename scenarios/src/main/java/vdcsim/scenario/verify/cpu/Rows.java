package vdcsim.scenario.verify.cpu;

import java.util.Optional;
import vdcsim.scenario.verify.published.PublishedRow;

/** The rows of one publication. */
interface Rows {
  /** How a row of it is held; empty for a row that is not of it, or that no model says. */
  Optional<Plan> plan(PublishedRow row);
}
