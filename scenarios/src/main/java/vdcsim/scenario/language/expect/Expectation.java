package vdcsim.scenario.language.expect;

import java.util.List;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Point;

/** A condition over metrics that must hold when all runs have ended. */
@FunctionalInterface
public interface Expectation {
  /** Holds it against the results. */
  Check check(List<Axis> axes, List<Point> points);
}
