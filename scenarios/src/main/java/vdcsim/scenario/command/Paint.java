package vdcsim.scenario.command;

/**
 * Colours of a terminal, by ECMA-48.
 *
 * @param on whether there are any
 */
record Paint(boolean on) {
  String bold(String text) {
    return painted("1", text);
  }

  String red(String text) {
    return painted("1;31", text);
  }

  String yellow(String text) {
    return painted("1;33", text);
  }

  String green(String text) {
    return painted("32", text);
  }

  String faint(String text) {
    return painted("2", text);
  }

  private String painted(String code, String text) {
    return on ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
