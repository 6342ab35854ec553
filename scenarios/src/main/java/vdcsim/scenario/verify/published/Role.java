package vdcsim.scenario.verify.published;

import java.util.Locale;

/** What a published figure is to the model. */
public enum Role {
  /** A parameter: that it comes back shows only that the parameter is right. */
  INPUT,
  /** A parameter was chosen so that this comes out. */
  CALIBRATION,
  /** Nothing was chosen by it. */
  PREDICTION;

  /** An input, or else a prediction. */
  public static Role inputIf(boolean input) {
    return input ? INPUT : PREDICTION;
  }

  /** As tables write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
