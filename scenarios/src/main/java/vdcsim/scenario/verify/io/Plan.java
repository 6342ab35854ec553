package vdcsim.scenario.verify.io;

import vdcsim.scenario.verify.measured.Readings;

/**
 * How a row is held.
 *
 * @param input whether a parameter of the model was chosen by the figure: that it comes back shows
 *     only that the parameter is right
 * @param scenario what is run
 * @param figure what comes out, in the unit of the row
 */
record Plan(boolean input, String scenario, Figure figure) {
  /** What the readings of a run say, once it has ended. */
  interface Figure {
    double of(Readings readings);
  }

  /** What the figure is to the model, as tables write it. */
  String role() {
    return input ? "input" : "prediction";
  }
}
