package vdcsim.scenario.verify.cpu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.cpu.Bench.Technique;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/** Whole programs of Adams and Agesen 2006, sections 6.1, 6.2 and 7.1. */
final class MacroRows implements Rows {
  private static final Pattern FORKWAIT =
      Pattern.compile("aa-forkwait-(ratio-)?(native|bt|hw)-(p4|core2)");
  private static final Pattern RELATIVE =
      Pattern.compile("aa-(spec-slow|jbb|compile|apache-lin|apache-win)-(bt|hw)(-pct)?");
  private static final Pattern ABSOLUTE =
      Pattern.compile("aa-(compile-linux|largeram|2d)-(native|bt|hw)");
  private static final int FORKS = 40_000;
  private static final double P4_HERTZ = 3.8e9;
  private static final double CORE_2_HERTZ = 2.66e9;
  private static final double HUNDRED = 100;

  /** What the native machine showed: inputs. */
  private static final Map<String, Double> NATIVE =
      Map.of("compile-linux", 265.0, "largeram", 335.0, "2d", 590.0);

  /** The rows on which a count was calibrated, and those that say the same in other words. */
  private static final List<String> CALIBRATIONS =
      List.of(
          "aa-forkwait-hw-p4",
          "aa-forkwait-ratio-hw-p4",
          "aa-compile-linux-hw",
          "aa-compile-hw-pct",
          "aa-spec-slow-hw",
          "aa-jbb-bt",
          "aa-apache-win-bt",
          "aa-apache-win-hw",
          "aa-apache-lin-bt",
          "aa-largeram-hw",
          "aa-2d-bt");

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    Matcher forkwait = FORKWAIT.matcher(row.id());
    if (forkwait.matches()) {
      return Optional.of(
          forkwait(row, forkwait.group(1) != null, forkwait.group(2), forkwait.group(3)));
    }
    Matcher absolute = ABSOLUTE.matcher(row.id());
    if (absolute.matches()) {
      double before = NATIVE.get(absolute.group(1));
      boolean time = row.unit().equals("s");
      return Optional.of(
          against(
              row,
              role(row, absolute.group(2)),
              "aa-" + absolute.group(1),
              absolute.group(2),
              slowdown -> time ? before * slowdown : before / slowdown));
    }
    Matcher relative = RELATIVE.matcher(row.id());
    return relative.matches() ? Optional.of(relative(row, relative)) : Optional.empty();
  }

  private static Role role(PublishedRow row, String system) {
    return CALIBRATIONS.contains(row.id())
        ? Role.CALIBRATION
        : system.equals("native") ? Role.INPUT : Role.PREDICTION;
  }

  private static Plan relative(PublishedRow row, Matcher id) {
    boolean slower = id.group(1).equals("spec-slow");
    String program =
        switch (id.group(1)) {
          case "spec-slow" -> "aa-spec";
          case "compile" -> "aa-compile-linux";
          default -> "aa-" + id.group(1);
        };
    return against(
        row,
        role(row, id.group(2)),
        program,
        id.group(2),
        slowdown -> slower ? HUNDRED * (slowdown - 1) : HUNDRED / slowdown);
  }

  private static Plan forkwait(PublishedRow row, boolean ratio, String system, String machine) {
    boolean p4 = machine.equals("p4");
    String processor = p4 ? Nanobenchmarks.P4 : "core-2";
    String program = p4 ? "aa-forkwait" : "aa-forkwait-core2";
    Technique technique = Technique.of(Nanobenchmarks.technique(system).name(), processor);
    if (ratio) {
      return against(
          row,
          role(row, system),
          Technique.of("native", processor),
          technique,
          program,
          slowdown -> slowdown);
    }
    double hertz = p4 ? P4_HERTZ : CORE_2_HERTZ;
    String text = new Bench(row.id()).run("g", technique, "named: " + program).scenario();
    return new Plan(role(row, system), text, r -> FORKS * Bench.cycles(r, "g") / hertz);
  }

  private static Plan against(
      PublishedRow row, Role role, String program, String system, DoubleUnaryOperator figure) {
    return against(
        row, role, Nanobenchmarks.NATIVE, Nanobenchmarks.technique(system), program, figure);
  }

  /** A figure that follows from how much longer a program takes than without a monitor. */
  static Plan against(
      PublishedRow row,
      Role role,
      Technique bare,
      Technique technique,
      String program,
      DoubleUnaryOperator figure) {
    String phase = "named: " + program;
    String text =
        new Bench(row.id()).run("bare", bare, phase).run("g", technique, phase).scenario();
    return new Plan(role, text, readings -> figure.applyAsDouble(slowdown(readings)));
  }

  private static double slowdown(Readings readings) {
    return Bench.cycles(readings, "g") / Bench.cycles(readings, "bare");
  }
}
