package vdcsim.scenario.verify.memory;

import vdcsim.scenario.verify.measured.Readings;

/**
 * How a row is held.
 *
 * @param input whether the figure is a parameter of the model: that it comes back shows only that
 *     the parameter is right; otherwise nothing was chosen by it
 * @param scenario what is run; empty where the figure is a parameter that no run shows
 * @param figure what comes out, in the unit of the row
 */
record Plan(boolean input, String scenario, Figure figure) {
  /** What the readings of a run say, once it has ended. */
  interface Figure {
    double of(Readings readings);
  }

  /** A figure that follows from a run. */
  static Plan prediction(String scenario, Figure figure) {
    return new Plan(false, scenario, figure);
  }

  /** A parameter that a run shows. */
  static Plan input(String scenario, Figure figure) {
    return new Plan(true, scenario, figure);
  }

  /** A parameter that is looked up. */
  static Plan parameter(double value) {
    return new Plan(true, "", readings -> value);
  }

  /** What the figure is to the model, as tables write it. */
  String role() {
    return input ? "input" : "prediction";
  }
}
