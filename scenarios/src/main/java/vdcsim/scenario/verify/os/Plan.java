package vdcsim.scenario.verify.os;

import vdcsim.scenario.verify.measured.Readings;

/**
 * How a row is held.
 *
 * @param role what the figure is to the model: {@code input}, {@code calibration} or {@code
 *     prediction}
 * @param scenario what is run; empty where the figure is a parameter that no run shows
 * @param figure what comes out, in the unit of the row
 */
record Plan(String role, String scenario, Figure figure) {
  /** What the readings of a run say, once it has ended. */
  interface Figure {
    double of(Readings readings);
  }

  /** A figure by which nothing was chosen. */
  static Plan prediction(String scenario, Figure figure) {
    return new Plan("prediction", scenario, figure);
  }

  /** A figure from which a cost of the model was taken. */
  static Plan calibration(String scenario, Figure figure) {
    return new Plan("calibration", scenario, figure);
  }

  /** A parameter that is looked up. */
  static Plan parameter(double value) {
    return new Plan("input", "", readings -> value);
  }
}
