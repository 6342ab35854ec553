package vdcsim.scenario.verify.os;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;

/**
 * Solaris Zones against the global zone: Price and Tucker 2004, figure 7. The scores outside are
 * inputs. What the benchmarks do is known in kind only: Java computes, networking and databases
 * make calls that name no files, each with work of the kernel behind it. How much of time sharing
 * is names of files is not known, and it is left out.
 */
final class ZonesRows {
  private static final Pattern ID = Pattern.compile("zones-([a-z]+)-(base|zone|pct)");
  private static final double HUNDRED = 100;
  private static final Map<String, Double> GLOBAL =
      Map.of("java", 38.45, "timesharing", 23332.58, "networking", 283.3, "database", 38767.62);
  private static final Map<String, String> PHASES =
      Map.of(
          "java", "{ calls: { null-call: 1 }, compute: 1 ms, repeat: 1000 }",
          "networking", "{ calls: { null-io: 1 }, compute: 10 us, repeat: 10000 }",
          "database", "{ calls: { null-io: 10 }, compute: 100 us, repeat: 1000 }");

  private ZonesRows() {}

  static Optional<Plan> plan(PublishedRow row) {
    Matcher id = ID.matcher(row.id());
    if (!id.matches() || !GLOBAL.containsKey(id.group(1))) {
      return Optional.empty();
    }
    double global = GLOBAL.get(id.group(1));
    if (id.group(2).equals("base")) {
      return Optional.of(Plan.parameter(global));
    }
    double whole = id.group(2).equals("pct") ? HUNDRED : global;
    return Optional.ofNullable(PHASES.get(id.group(1))).map(phase -> plan(row, phase, whole));
  }

  private static Plan plan(PublishedRow row, String phase, double whole) {
    String text = new Programs(row.id()).at("p", "os", "", phase).scenario();
    return Plan.prediction(text, readings -> readings.median("p.speed") * whole);
  }
}
