package vdcsim.scenario.verify.cpu;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.cpu.Bench.Technique;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/**
 * Figure 3 of Barham et al. 2003. Two counts of each program are calibrated on Xen and on User-Mode
 * Linux; VMware is predicted.
 */
final class FigureThree implements Rows {
  private static final Pattern ID = Pattern.compile("xen03-f3-([a-z0-9-]+)-(\\w+)");

  /** What Linux without a monitor showed: inputs. */
  private static final Map<String, Double> LINUX =
      Map.of(
          "specint", 567.0,
          "linux-build", 263.0,
          "osdb-ir", 172.0,
          "osdb-oltp", 1714.0,
          "dbench", 418.0,
          "specweb99", 518.0);

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    Matcher id = ID.matcher(row.id());
    if (!id.matches() || !LINUX.containsKey(id.group(1))) {
      return Optional.empty();
    }
    String benchmark = id.group(1);
    Role role =
        switch (id.group(2)) {
          case "Linux" -> Role.INPUT;
          case "VMW" -> Role.PREDICTION;
          default -> Role.CALIBRATION;
        };
    double linux = LINUX.get(benchmark);
    return LmbenchRows.system(id.group(2))
        .map(
            technique ->
                MacroRows.against(
                    row,
                    role,
                    Technique.of("native", LmbenchRows.XEON),
                    technique,
                    "xen-" + benchmark,
                    slowdown -> row.unit().equals("s") ? linux * slowdown : linux / slowdown));
  }
}
