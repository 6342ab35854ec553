package vdcsim.scenario.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import vdcsim.report.Language;
import vdcsim.report.Report;

/** Options of commands that draw a report. */
final class ChartOptions {
  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      defaultValue = "EN",
      description = "language of labels and tables: en or zh")
  Language language;

  @Option(names = "--greys", description = "charts for print in black and white")
  boolean greys;

  @Option(
      names = "--font",
      paramLabel = "FILE",
      description = "a TrueType or OpenType font for the charts")
  Optional<Path> font = Optional.empty();

  Report.Options report(Duration wallTime, Terminal terminal) {
    String variable = terminal.variable("VDCSIM_FONT");
    Optional<Path> used =
        font.isEmpty() && !variable.isEmpty() ? Optional.of(Path.of(variable)) : font;
    return new Report.Options(language, greys, wallTime, used);
  }
}
