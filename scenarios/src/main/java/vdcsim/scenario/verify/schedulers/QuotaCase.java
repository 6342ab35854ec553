package vdcsim.scenario.verify.schedulers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/** Busy threads under a quota, for 6 s. */
record QuotaCase(double quotaMs, double periodMs, double burstMs, int threads) implements Measured {
  private static final double SECONDS = 6;

  /** The measuring program and the kernel had at least two processors. */
  private static final int PROCESSORS = 2;

  /** The threads start somewhere in a period; the recorded runs differ by where. */
  private static final List<Double> PHASES = List.of(0.1, 0.3, 0.5, 0.7, 0.9);

  static boolean is(Fields fields) {
    return fields.has("quota_ms") && fields.has("threads");
  }

  static QuotaCase read(Fields fields) throws UnreadableCase, UnsupportedCase {
    for (String known : List.of("id", "note", "runs", "reps")) {
      fields.has(known);
    }
    for (String measured :
        List.of("cpu_percent", "throttled_fraction_of_periods", "throttled_ms_per_period")) {
      fields.has(measured);
    }
    double burst = fields.has("burst_ms") ? fields.number("burst_ms") : 0;
    double period = fields.has("period_ms") ? fields.number("period_ms") : 100;
    QuotaCase read =
        new QuotaCase(fields.number("quota_ms"), period, burst, fields.integer("threads"));
    fields.expectNoOther();
    return read;
  }

  @Override
  public String scenario(String id) {
    return scenario(id, PHASES.get(0));
  }

  private String scenario(String id, double phase) {
    Text text = new Text(id, "Busy threads under a quota, as measured on Linux.");
    // Read when the threads have ended, some of which wait for the next period to see that.
    text.line("duration: %.0f us", SECONDS * 1e6 + 1000 * periodMs);
    text.line("hosts:");
    text.line("  h1:");
    text.line("    cpu:");
    text.line("      cores: %d", PROCESSORS);
    text.line("      groups:");
    text.line(
        "        g: { quota: %.0f us, period: %.0f us, burst: %.0f us, phase: %.0f us }",
        1000 * quotaMs, 1000 * periodMs, 1000 * burstMs, 1000 * periodMs * phase);
    text.line("workloads:");
    text.line(
        "  loop: { type: busy-loop, on: h1, group: g, threads: %d, for: %s s }", threads, SECONDS);
    text.others(PROCESSORS);
    return text.toString();
  }

  @Override
  public List<FigureCheck> verify(String id, Fields fields, ScenarioReader reader, Readings runs)
      throws UnreadableCase, UnsupportedCase {
    for (double phase : PHASES) {
      runs.run(id, scenario(id, phase), reader);
    }
    double percent =
        runs.median(
            run ->
                100
                    * Readings.value(run, "loop.cpu-time", "value")
                    / Readings.value(run, "loop.run-time", "value"));
    double throttled =
        runs.median(
            run ->
                Readings.value(run, "h1.g.throttled-periods", "value")
                    / Readings.value(run, "h1.g.periods", "value"));
    List<FigureCheck> checks = new ArrayList<>();
    checks.add(
        FigureCheck.near(1, "processor time (%)", Text.recorded(fields, "cpu_percent"), percent));
    checks.add(
        FigureCheck.near(
            0.05,
            "throttled part of the periods",
            Text.recorded(fields, "throttled_fraction_of_periods"),
            throttled));
    return checks;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s ms in %s ms, %d threads", quotaMs, periodMs, threads);
  }
}
