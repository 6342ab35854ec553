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

/** Operations one by one, on the Pentium 4 of Adams and Agesen 2006, sections 3.3 and 6.3. */
final class Nanobenchmarks implements Rows {
  static final String P4 = "pentium-4";
  static final Technique NATIVE = Technique.of("native", P4);
  static final Technique TRANSLATION = Technique.of("binary-translation", P4);
  static final Technique HARDWARE = Technique.of("hardware-assistance", P4);

  private static final Pattern ID = Pattern.compile("aa-nano-(\\w+)-(native|bt|hw)(-\\w+)?");
  private static final Pattern CLOCK = Pattern.compile("aa-rdtsc-(trap|callout|intc)");
  private static final Map<String, String> OPERATIONS =
      Map.of(
          "in", "port-in",
          "callret", "call-return",
          "pgfault", "page-fault",
          "divzero", "divide-fault",
          "ptemod", "page-table-update",
          "syscall", "system-call",
          "cr8wr", "task-priority-write");
  private static final Map<String, String> SITES =
      Map.of("trap", "ident", "callout", "callout", "intc", "in-tc");

  private static final int BLOCK = 12;
  private static final int BLOCKS = 10;

  static Technique technique(String suffix) {
    return switch (suffix) {
      case "bt" -> TRANSLATION;
      case "hw" -> HARDWARE;
      default -> NATIVE;
    };
  }

  private static String mix(String operation) {
    return "mix: { " + operation + ": 1 }";
  }

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    Matcher clock = CLOCK.matcher(row.id());
    if (clock.matches()) {
      Technique sites =
          TRANSLATION.with("translation: { sites: " + SITES.get(clock.group(1)) + " }");
      return Optional.of(single(row, sites, "read-clock"));
    }
    if (row.id().equals("aa-translate-cost")) {
      return Optional.of(translator(row));
    }
    Matcher id = ID.matcher(row.id());
    if (!id.matches() || !OPERATIONS.containsKey(id.group(1))) {
      return Optional.empty();
    }
    String operation = OPERATIONS.get(id.group(1));
    return id.group(3) == null
        ? Optional.of(single(row, technique(id.group(2)), operation))
        : composed(row, operation, technique(id.group(2)), id.group(3));
  }

  private static Plan single(PublishedRow row, Technique technique, String operation) {
    String text = new Bench(row.id()).run("g", technique, mix(operation)).scenario();
    return new Plan(Role.INPUT, text, readings -> Bench.cycles(readings, "g"));
  }

  /** How much more it costs, or how many times as much. */
  private static Optional<Plan> composed(
      PublishedRow row, String operation, Technique technique, String what) {
    Technique other = technique.equals(NATIVE) ? TRANSLATION : NATIVE;
    String text =
        new Bench(row.id())
            .run("g", technique, mix(operation))
            .run("other", other, mix(operation))
            .scenario();
    return switch (what) {
      case "-extra" ->
          Optional.of(
              new Plan(
                  technique.equals(TRANSLATION) ? Role.INPUT : Role.PREDICTION,
                  text,
                  r -> Bench.cycles(r, "g") - Bench.cycles(r, "other")));
      case "-speedup" ->
          Optional.of(
              new Plan(Role.INPUT, text, r -> Bench.cycles(r, "other") / Bench.cycles(r, "g")));
      case "-ratio" ->
          Optional.of(
              new Plan(Role.INPUT, text, r -> Bench.cycles(r, "g") / Bench.cycles(r, "other")));
      default -> Optional.empty();
    };
  }

  /** Ten blocks more are ten blocks more to translate. */
  private static Plan translator(PublishedRow row) {
    String phase = "{ mix: { user: 1 }, blocks: %d }";
    String text =
        new Bench(row.id())
            .guest("few", TRANSLATION, phase.formatted(BLOCKS))
            .guest("many", TRANSLATION, phase.formatted(2 * BLOCKS))
            .scenario();
    return new Plan(
        Role.INPUT,
        text,
        r -> (r.median("many.cycles") - r.median("few.cycles")) / (BLOCKS * BLOCK));
  }
}
