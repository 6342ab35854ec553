package vdcsim.scenario.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Difference;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.compare.TimeCheck;

/** What came out of a verification, for programs. */
public final class VerificationJson {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private VerificationJson() {}

  /**
   * One JSON object: {@code cases}, {@code equal}, {@code different}, {@code unsupported}, rows.
   */
  public static String of(Summary summary) {
    Summary.Row total = summary.total();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("cases", total.cases());
    root.put("equal", total.equalCases());
    root.put("different", total.differentCases());
    root.put("unsupported", total.unsupportedCases());
    root.put("entries_compared", total.compared());
    root.put("entries_equal", total.equal());
    root.put("families", summary.rows().stream().map(VerificationJson::family).toList());
    root.put("rows", summary.results().stream().map(VerificationJson::row).toList());
    return writer().writeValueAsString(root) + "\n";
  }

  private static ObjectWriter writer() {
    return JsonMapper.builder()
        .build()
        .writer()
        .with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
  }

  private static Map<String, Object> family(Summary.Row row) {
    Map<String, Object> family = new LinkedHashMap<>();
    family.put("family", row.family());
    family.put("cases", row.cases());
    family.put("equal", row.equalCases());
    family.put("different", row.differentCases());
    family.put("unsupported", row.unsupportedCases());
    family.put("entries_compared", row.compared());
    family.put("entries_equal", row.equal());
    row.worstTimeErrorS().ifPresent(error -> family.put("worst_time_error_s", rounded(error)));
    return family;
  }

  private static Map<String, Object> row(CaseResult result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("case", result.id());
    row.put("family", result.family());
    row.put("title", result.title());
    row.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
    if (result.outcome() == CaseResult.Outcome.UNSUPPORTED) {
      row.put("reason", result.reason());
      return row;
    }
    row.put("entries_compared", result.compared());
    row.put("entries_equal", result.equal());
    row.put("events", result.events());
    row.put("digest", String.format(Locale.ROOT, "%016x", result.digest()));
    List<Map<String, Object>> differences = new ArrayList<>();
    result.differences().forEach(d -> differences.add(difference(d)));
    row.put("differences", differences);
    if (!result.figures().isEmpty()) {
      row.put("figures", result.figures().stream().map(VerificationJson::figure).toList());
    }
    row.put("times", result.times().stream().map(VerificationJson::time).toList());
    return row;
  }

  private static Map<String, Object> difference(Difference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("state", difference.phase());
    map.put("entry", difference.path());
    map.put("recorded", difference.expected());
    map.put("simulated", difference.actual());
    return map;
  }

  private static Map<String, Object> figure(FigureCheck figure) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("figure", figure.what());
    map.put("recorded", figure.measured());
    map.put("simulated", figure.simulated());
    map.put("error", figure.error());
    map.put("at_least", figure.least());
    map.put("at_most", figure.most());
    map.put("holds", figure.holds());
    return map;
  }

  private static Map<String, Object> time(TimeCheck time) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("state", time.phase());
    map.put("time", time.what());
    map.put("recorded_s", rounded(time.measuredS()));
    map.put("simulated_s", rounded(time.simulatedS()));
    map.put("at_least_s", rounded(time.leastS()));
    map.put("at_most_s", rounded(time.mostS()));
    map.put("closely", time.isClose());
    map.put("holds", time.holds());
    return map;
  }

  /** To the millisecond, which is finer than anything was recorded. */
  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
