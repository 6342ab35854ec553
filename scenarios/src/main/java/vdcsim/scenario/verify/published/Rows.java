package vdcsim.scenario.verify.published;

import java.util.Optional;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** The rows of one publication, or about one thing. */
@FunctionalInterface
public interface Rows {
  /**
   * How a row is held; empty for a row of another, or that no model says.
   *
   * @throws UnsupportedCase with the reason, if it is known and cannot be held
   */
  Optional<Plan> plan(PublishedRow row) throws UnsupportedCase;
}
