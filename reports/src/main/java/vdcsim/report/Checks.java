package vdcsim.report;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.result.Check;
import vdcsim.report.text.Words;

/** The scenario's expectations as a table. */
final class Checks {
  private Checks() {}

  static Table table(List<Check> checks, Words words) {
    List<List<String>> rows = new ArrayList<>();
    for (Check check : checks) {
      String held = words.say(check.held() ? "check.held" : "check.failed");
      rows.add(List.of(check.expectation(), held, check.detail()));
    }
    Table.Align left = Table.Align.LEFT;
    return new Table(
        List.of(
            words.say("check.expectation"), words.say("check.result"), words.say("check.detail")),
        rows,
        List.of(left, left, left),
        List.of());
  }
}
