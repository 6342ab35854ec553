package vdcsim.scenario.verify.cpu;

import vdcsim.scenario.verify.measured.Readings;

/**
 * How a row is held.
 *
 * @param scenario what is run; empty where the figure is a parameter that is looked up
 * @param figure what comes out, in the unit of the row
 */
record Plan(Role role, String scenario, Figure figure) {
  /** What the readings of a run say, once it has ended. */
  interface Figure {
    double of(Readings readings);
  }

  /** A parameter of the model. */
  static Plan parameter(double value) {
    return new Plan(Role.INPUT, "", readings -> value);
  }
}
