package vdcsim.scenario.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.CaseResult.Outcome;

/** What came out of a verification, case by case and family by family. */
public record Summary(List<CaseResult> results) {
  public Summary {
    results = List.copyOf(results);
  }

  /**
   * A family's line.
   *
   * @param compared entries that were compared
   * @param equal entries that are as recorded
   * @param worstTimeErrorS of the times that are held closely, with its sign
   */
  public record Row(
      String family,
      int cases,
      int equalCases,
      int differentCases,
      int unsupportedCases,
      int compared,
      int equal,
      OptionalDouble worstTimeErrorS) {}

  /** A line a family, in the order in which the families come up. */
  public List<Row> rows() {
    Map<String, List<CaseResult>> byFamily = new LinkedHashMap<>();
    results.forEach(r -> byFamily.computeIfAbsent(r.family(), f -> new ArrayList<>()).add(r));
    List<Row> rows = new ArrayList<>();
    byFamily.forEach((family, cases) -> rows.add(row(family, cases)));
    return rows;
  }

  /** The line of all families together. */
  public Row total() {
    return row("all", results);
  }

  private static Row row(String family, List<CaseResult> cases) {
    return new Row(
        family,
        cases.size(),
        count(cases, Outcome.EQUAL),
        count(cases, Outcome.DIFFERENT),
        count(cases, Outcome.UNSUPPORTED),
        cases.stream().mapToInt(CaseResult::compared).sum(),
        cases.stream().mapToInt(CaseResult::equal).sum(),
        worst(cases));
  }

  private static int count(List<CaseResult> cases, Outcome outcome) {
    return (int) cases.stream().filter(c -> c.outcome() == outcome).count();
  }

  private static OptionalDouble worst(List<CaseResult> cases) {
    OptionalDouble worst = OptionalDouble.empty();
    for (CaseResult result : cases) {
      OptionalDouble error = result.worstTimeErrorS();
      if (error.isPresent()
          && (worst.isEmpty() || Math.abs(error.getAsDouble()) > Math.abs(worst.getAsDouble()))) {
        worst = error;
      }
    }
    return worst;
  }

  /** Whether a case is not as recorded. */
  public boolean hasDifferences() {
    return results.stream().anyMatch(r -> r.outcome() == Outcome.DIFFERENT);
  }
}
