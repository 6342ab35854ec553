package vdcsim.scenario.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.CaseResult.Outcome;
import vdcsim.scenario.verify.compare.Difference;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.compare.TimeCheck;

/** What came out of a verification, for a terminal and as Markdown. */
public final class VerificationText {
  /** Of a case with more differences the overview shows these. */
  private static final int SHOWN = 5;

  private VerificationText() {}

  /** The table, and what is wrong. */
  public static String overview(Summary summary) {
    StringBuilder text = new StringBuilder(families(summary).plain(0));
    for (CaseResult result : summary.results()) {
      if (result.outcome() == Outcome.DIFFERENT) {
        text.append('\n').append(head(result)).append('\n').append(wrong(result, SHOWN));
      }
    }
    TextTable unsupported = unsupported(summary);
    if (!unsupported.isEmpty()) {
      text.append('\n').append(unsupported.plain(0));
    }
    return text.toString();
  }

  /** All that is known of one case, both sides beside each other. */
  public static String sideBySide(CaseResult result) {
    StringBuilder text = new StringBuilder(head(result)).append('\n');
    if (result.outcome() == Outcome.UNSUPPORTED) {
      return text.append("  ").append(result.reason()).append('\n').toString();
    }
    text.append(wrong(result, Integer.MAX_VALUE));
    TextTable times = times(result.times());
    if (!times.isEmpty()) {
      text.append(times.plain(2));
    }
    TextTable figures = figures(result.figures());
    if (!figures.isEmpty()) {
      text.append(figures.plain(2));
    }
    return text.toString();
  }

  private static TextTable figures(List<FigureCheck> figures) {
    TextTable table =
        new TextTable(1, "figure", "recorded", "simulated", "error", "least", "most", "holds");
    for (FigureCheck figure : figures) {
      table.add(
          figure.what(),
          number(figure.measured()),
          number(figure.simulated()),
          error(figure),
          number(figure.least()),
          number(figure.most()),
          figure.holds() ? "yes" : "no");
    }
    return table;
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }

  /** The report: the table, each case's line, and everything that is wrong. */
  public static String markdown(Summary summary) {
    StringBuilder text = new StringBuilder("# Verification\n\n");
    text.append(families(summary).markdown()).append("\n## Cases\n\n");
    TextTable cases =
        new TextTable(
            3, "case", "outcome", "what it shows", "entries", "equal", "worst time error");
    summary.results().forEach(r -> cases.add(caseCells(r)));
    text.append(cases.markdown());
    for (CaseResult result : summary.results()) {
      if (result.outcome() == Outcome.DIFFERENT) {
        text.append("\n## ").append(result.id()).append("\n\n");
        text.append(differences(result, Integer.MAX_VALUE).markdown());
        text.append('\n').append(times(result.times()).markdown());
      }
    }
    TextTable figures = allFigures(summary);
    if (!figures.isEmpty()) {
      text.append("\n## Figures\n\n").append(figures.markdown());
    }
    return text.toString();
  }

  private static TextTable allFigures(Summary summary) {
    TextTable table = new TextTable(2, "case", "figure", "recorded", "simulated", "error", "holds");
    for (CaseResult result : summary.results()) {
      for (FigureCheck figure : result.figures()) {
        table.add(
            result.id(),
            figure.what(),
            number(figure.measured()),
            number(figure.simulated()),
            error(figure),
            figure.holds() ? "yes" : "no");
      }
    }
    return table;
  }

  private static String error(FigureCheck figure) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * figure.error());
  }

  private static Object[] caseCells(CaseResult r) {
    String outcome = outcome(r) + (r.reason().isEmpty() ? "" : ": " + r.reason());
    return new Object[] {
      r.id(), outcome, r.title(), r.compared(), r.equal(), seconds(r.worstTimeErrorS())
    };
  }

  private static TextTable families(Summary summary) {
    TextTable table =
        new TextTable(
            1,
            "family",
            "cases",
            "equal",
            "different",
            "unsupported",
            "entries",
            "equal entries",
            "worst time error");
    summary.rows().forEach(row -> add(table, row));
    if (summary.rows().size() > 1) {
      add(table, summary.total());
    }
    return table;
  }

  private static void add(TextTable table, Summary.Row row) {
    table.add(
        row.family(),
        row.cases(),
        row.equalCases(),
        row.differentCases(),
        row.unsupportedCases(),
        row.compared(),
        row.equal(),
        seconds(row.worstTimeErrorS()));
  }

  private static String outcome(CaseResult result) {
    return result.outcome().name().toLowerCase(Locale.ROOT);
  }

  private static String head(CaseResult result) {
    return "%s  %s: %d of %d entries are as recorded. %s"
        .formatted(result.id(), outcome(result), result.equal(), result.compared(), result.title());
  }

  private static String wrong(CaseResult result, int most) {
    StringBuilder text = new StringBuilder();
    TextTable differences = differences(result, most);
    if (!differences.isEmpty()) {
      text.append(differences.plain(2));
    }
    int left = result.differences().size() - most;
    if (left > 0) {
      text.append("  and ").append(left).append(" more; --case ").append(result.id());
      text.append(" shows all\n");
    }
    TextTable times = times(result.times().stream().filter(time -> !time.holds()).toList());
    if (!times.isEmpty()) {
      text.append(times.plain(2));
    }
    return text.toString();
  }

  private static TextTable differences(CaseResult result, int most) {
    TextTable table = new TextTable(4, "state", "entry", "recorded", "simulated");
    result.differences().stream().limit(most).forEach(d -> add(table, d));
    return table;
  }

  private static void add(TextTable table, Difference d) {
    table.add(d.phase(), d.path(), d.expected(), d.actual());
  }

  private static TextTable times(List<TimeCheck> times) {
    TextTable table =
        new TextTable(2, "state", "time", "recorded", "simulated", "error", "at most", "holds");
    for (TimeCheck time : times) {
      table.add(
          time.phase(),
          time.what(),
          seconds(time.measuredS()),
          seconds(time.simulatedS()),
          time.isClose() ? signed(time.errorS()) : "-",
          seconds(time.mostS()),
          time.holds() ? "yes" : "no");
    }
    return table;
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  private static String signed(double seconds) {
    return String.format(Locale.ROOT, "%+.2f s", seconds);
  }

  private static String seconds(OptionalDouble seconds) {
    return seconds.isEmpty() ? "-" : signed(seconds.getAsDouble());
  }

  /** Cases that say the same are one line. */
  private static TextTable unsupported(Summary summary) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (CaseResult result : summary.results()) {
      if (result.outcome() == Outcome.UNSUPPORTED) {
        byReason.computeIfAbsent(result.reason(), r -> new ArrayList<>()).add(result.id());
      }
    }
    TextTable table = new TextTable(2, "unsupported", "because");
    byReason.forEach(
        (reason, ids) -> table.add(ids.size() > 1 ? ids.size() + " cases" : ids.get(0), reason));
    return table;
  }
}
