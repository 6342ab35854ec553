package vdcsim.scenario.command;

import picocli.CommandLine.Option;

/** Options of every command that prints results. */
final class OutputOptions {
  /** The form of what is printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text, or json for programs")
  Format format;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "AUTO",
      description = "auto, always or never; NO_COLOR and CLICOLOR_FORCE count too")
  Terminal.ColourWish color;

  boolean json() {
    return format == Format.JSON;
  }
}
