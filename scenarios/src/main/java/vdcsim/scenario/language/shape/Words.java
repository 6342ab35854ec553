package vdcsim.scenario.language.shape;

import java.util.Locale;

/** Turns the names of Java into the words of a scenario. */
final class Words {
  private Words() {}

  /** {@code forwardDelay} is {@code forward-delay}; {@code for_}, a word of Java, {@code for}. */
  static String ofComponent(String name) {
    return name.replaceAll("_$", "")
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  /** {@code ON_OFF} is {@code on-off}. */
  static String ofConstant(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
