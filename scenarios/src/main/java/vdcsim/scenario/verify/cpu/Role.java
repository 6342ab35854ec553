package vdcsim.scenario.verify.cpu;

import java.util.Locale;

/** What a published figure is to the model. */
enum Role {
  /** A parameter: that it comes back shows only that the table is right. */
  INPUT,
  /** A count of a program, or a cost of a system, was chosen so that this comes out. */
  CALIBRATION,
  /** Nothing was chosen by it. */
  PREDICTION;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
