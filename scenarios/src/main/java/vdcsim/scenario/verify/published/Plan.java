package vdcsim.scenario.verify.published;

import vdcsim.scenario.verify.measured.Readings;

/**
 * How a published figure is held.
 *
 * @param scenario what is run; empty where the figure is a parameter that is looked up
 * @param figure what comes out, in the unit of the row
 */
public record Plan(Role role, String scenario, Figure figure) {
  /** What the readings of a run say, once it has ended. */
  @FunctionalInterface
  public interface Figure {
    /** The figure. */
    double of(Readings readings);
  }

  /** A figure by which nothing was chosen. */
  public static Plan prediction(String scenario, Figure figure) {
    return new Plan(Role.PREDICTION, scenario, figure);
  }

  /** A figure by which a parameter was chosen. */
  public static Plan calibration(String scenario, Figure figure) {
    return new Plan(Role.CALIBRATION, scenario, figure);
  }

  /** A parameter that a run shows. */
  public static Plan input(String scenario, Figure figure) {
    return new Plan(Role.INPUT, scenario, figure);
  }

  /** A parameter that is looked up. */
  public static Plan parameter(double value) {
    return new Plan(Role.INPUT, "", readings -> value);
  }
}
