package vdcsim.scenario.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Results;
import vdcsim.report.Language;
import vdcsim.report.Report;
import vdcsim.report.Summary;
import vdcsim.report.Table;
import vdcsim.scenario.run.Outcome;

/** What the runs of a scenario came to, as text and as a document. */
final class RunText {
  private final Terminal terminal;
  private final Paint paint;
  private final Language language;

  RunText(Terminal terminal, Terminal.ColourWish colour, Language language) {
    this.terminal = terminal;
    this.paint = terminal.paint(colour, terminal.outShown());
    this.language = language;
  }

  /** The summary, the expectations, and where the rest is. */
  String of(Outcome outcome, Report.Written written) {
    Results results = outcome.results();
    StringBuilder text = new StringBuilder("\n");
    text.append(Summary.of(results, language).text(terminal.columns(), terminal.unicode()));
    text.append("\n");
    results.checks().forEach(check -> text.append(check(check)).append("\n"));
    if (!results.checks().isEmpty()) {
      text.append("\n");
    }
    return text.append(files(written)).toString();
  }

  /** Where the report is. */
  String files(Report.Written written) {
    return files("report", List.of(written.html()))
        + files("charts", written.charts())
        + files("data", written.data());
  }

  private String check(Check check) {
    String held = terminal.unicode() ? "✓" : "ok";
    String failed = terminal.unicode() ? "✗" : "FAILED";
    return "  "
        + (check.held() ? paint.green(held) : paint.red(failed))
        + " "
        + check.expectation()
        + " ("
        + check.detail()
        + ")";
  }

  /** The expectations that did not hold, in a sentence. */
  String failedChecks(Outcome outcome) {
    return outcome.results().checks().stream()
        .filter(check -> !check.held())
        .map(check -> "'" + check.expectation() + "' did not hold: " + check.detail())
        .collect(Collectors.joining("; "));
  }

  /** Files of one folder, as {@code out/x/charts/{a,b}.svg (+ pdf, png)}. */
  private String files(String what, List<Path> files) {
    StringBuilder lines = new StringBuilder();
    for (String line : FileNames.grouped(files)) {
      lines.append(String.format("  %-7s %s\n", lines.isEmpty() ? what : "", line));
    }
    return lines.toString();
  }

  /** The same for programs; the numbers themselves stand in {@code metrics.json}. */
  Map<String, Object> document(Outcome outcome, Report.Written written, Duration wallTime) {
    Results results = outcome.results();
    Table summary = Summary.of(results, language);
    List<Object> checks = new ArrayList<>();
    for (Check check : results.checks()) {
      checks.add(
          Json.object(
              "expectation", check.expectation(),
              "held", check.held(),
              "detail", check.detail()));
    }
    return Json.object(
        "scenario", results.scenario(),
        "version", results.provenance().version(),
        "sha256", results.provenance().scenarioSha256(),
        "seed", results.provenance().seed(),
        "runs", outcome.runs(),
        "events", outcome.events(),
        "wallTimeNs", wallTime.toNanos(),
        "held", outcome.allHeld(),
        "checks", checks,
        "summary", Json.object("columns", summary.header(), "rows", summary.rows()),
        "report", written.html().toString(),
        "files", names(written));
  }

  /** The names of all files but the page's. */
  static List<String> names(Report.Written written) {
    return Stream.concat(written.data().stream(), written.charts().stream())
        .map(Path::toString)
        .toList();
  }
}
