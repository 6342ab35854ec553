package vdcsim.scenario.verify.cpu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.cpu.Bench.Technique;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/** lmbench under Xen, VMware and User-Mode Linux: Barham et al. 2003, tables 3 to 5, and text. */
final class LmbenchRows implements Rows {
  static final String XEON = "xeon-2003";

  /** Cycles in a microsecond. */
  private static final double MEGAHERTZ = 2400;

  private static final Pattern PROCESSES = Pattern.compile("(\\d+)p(\\d+)k");
  private static final int MOST_BATCHED = 2048;
  private static final Pattern ID = Pattern.compile("xen03-t[345]-([a-z0-9-]+)-([A-Z][\\w-]*)");
  private static final Map<String, Technique> SYSTEMS =
      Map.of(
          "L-UP", Technique.of("native", XEON),
          "Linux", Technique.of("native", XEON),
          "Xen", Technique.of("paravirtualization", XEON),
          "VMW", Technique.of("binary-translation", XEON),
          "UML", Technique.of("user-mode-kernel", XEON));

  /** What the costs of the three systems, and the counts of three programs, were taken from. */
  private static final List<String> CALIBRATIONS =
      List.of(
          "null-call-Xen",
          "null-call-VMW",
          "null-call-UML",
          "stat-VMW",
          "fork-Xen",
          "exec-Xen",
          "sh-Xen",
          "2p0k-Xen",
          "2p0k-VMW",
          "2p0k-UML",
          "8p16k-Xen",
          "8p16k-VMW",
          "8p16k-UML",
          "prot-fault-Xen",
          "prot-fault-VMW",
          "page-fault-Xen",
          "page-fault-VMW");

  /** The technique of a system of this paper, on its machine. */
  static Optional<Technique> system(String name) {
    return Optional.ofNullable(SYSTEMS.get(name));
  }

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    Matcher id = ID.matcher(row.id());
    if (id.matches()) {
      return system(id.group(2))
          .map(technique -> lmbench(row, technique, id.group(1), id.group(2)));
    }
    return switch (row.id()) {
      case "xen03-hypercall-batch" -> Optional.of(batch(row));
      case "xen03-ctxsw-extra-min" -> Optional.of(contextSwitch(row));
      default -> Optional.empty();
    };
  }

  private static Plan lmbench(
      PublishedRow row, Technique technique, String benchmark, String system) {
    Role role =
        row.isParameter()
            ? Role.INPUT
            : CALIBRATIONS.contains(benchmark + "-" + system) ? Role.CALIBRATION : Role.PREDICTION;
    String text = new Bench(row.id()).run("g", technique, phase(benchmark)).scenario();
    return new Plan(role, text, readings -> Bench.cycles(readings, "g") / MEGAHERTZ);
  }

  /** The program; of a context switch also how many processes take turns with how much data. */
  private static String phase(String benchmark) {
    String named = "named: lmbench-" + benchmark;
    Matcher processes = PROCESSES.matcher(benchmark);
    return processes.matches()
        ? "%s, processes: %s, working-set: %s KiB"
            .formatted(named, processes.group(1), processes.group(2))
        : named;
  }

  /** Twice as many updates as a call takes need two calls. */
  private static Plan batch(PublishedRow row) {
    int updates = 2 * MOST_BATCHED;
    String text =
        new Bench(row.id())
            .guest(
                "g",
                SYSTEMS.get("Xen").with("paravirtual: { batch: " + MOST_BATCHED + " }"),
                "{ mix: { page-table-update: " + updates + " } }")
            .scenario();
    return new Plan(Role.INPUT, text, r -> updates / r.median("g.exits-by.hypercall"));
  }

  private static Plan contextSwitch(PublishedRow row) {
    String phase = "named: lmbench-2p0k";
    String text =
        new Bench(row.id())
            .run("g", SYSTEMS.get("Xen"), phase)
            .run("native", SYSTEMS.get("L-UP"), phase)
            .scenario();
    return new Plan(
        Role.CALIBRATION,
        text,
        r -> (Bench.cycles(r, "g") - Bench.cycles(r, "native")) / MEGAHERTZ);
  }
}
