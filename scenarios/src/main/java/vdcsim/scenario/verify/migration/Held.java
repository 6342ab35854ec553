package vdcsim.scenario.verify.migration;

import java.util.function.ToDoubleFunction;
import vdcsim.scenario.verify.measured.Readings;

/**
 * How a published figure is held.
 *
 * @param role what it is to the model: an input, a calibration, or a prediction
 * @param scenario what is run
 * @param figure what comes out, in the unit of the row
 */
record Held(Role role, String scenario, ToDoubleFunction<Readings> figure) {
  /** What a figure is to the model. */
  enum Role {
    /** A parameter: that it comes back shows only that the parameter is right. */
    INPUT("input"),
    /** A parameter was chosen so that this comes out. */
    CALIBRATION("calibration"),
    /** Nothing was chosen by it. */
    PREDICTION("prediction");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Held prediction(String scenario, ToDoubleFunction<Readings> figure) {
    return new Held(Role.PREDICTION, scenario, figure);
  }

  static Held calibration(String scenario, ToDoubleFunction<Readings> figure) {
    return new Held(Role.CALIBRATION, scenario, figure);
  }

  static Held input(String scenario, ToDoubleFunction<Readings> figure) {
    return new Held(Role.INPUT, scenario, figure);
  }
}
