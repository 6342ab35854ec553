package vdcsim.scenario.verify.schedulers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vdcsim.kernel.result.Measurement;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.compare.FigureCheck.Recorded;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/**
 * Requests to one worker under a quota.
 *
 * <p>The periods of a quota keep their phase, which was not recorded and differs from run to run:
 * the scenario is run with each of many phases, and each recorded run is held against that whose
 * least latency comes nearest to its own; where requests come at every phase, all phases stand
 * together. Other processes of the machine that measured took a part of its time. So the clusters
 * are held against each other: three quarters of the latencies of each side at least must lie near
 * one of the other side.
 */
record LatencyCase(
    double requestMs,
    double intervalMs,
    double jitterMs,
    double quotaMs,
    double periodMs,
    double burstMs,
    int requests)
    implements Measured {
  private static final int PROCESSORS = 2;
  private static final int PHASES = 50;
  private static final double LEAST = 0.03;
  private static final double MEAN = 0.08;
  private static final double PERCENTILE = 0.10;
  private static final double THROTTLES = 0.05;

  /**
   * What a request computes beyond its time: the clock's last reading, the reply. An input:
   * requests of 5 ms that are never throttled (R-5-20, R-5-i50-20) take 5.077 ms at least.
   */
  private static final double OVERHEAD_MS = 0.077;

  private static final double NOISE_MS = 2;

  /** What of the latencies must lie at a cluster; the rest is what other processes changed. */
  private static final double MOST = 0.75;

  private static final double MILLI_NS = 1e6;
  private static final int USUAL_REQUESTS = 40;

  static boolean is(Fields fields) {
    return fields.has("request_cpu_ms");
  }

  static LatencyCase read(Fields fields) throws UnreadableCase, UnsupportedCase {
    for (String known :
        List.of("id", "note", "reps", "runs", "latency_ms", "throttles_per_request")) {
      fields.has(known);
    }
    double burst = fields.has("burst_ms") ? fields.number("burst_ms") : 0;
    double jitter = fields.has("jitter_ms") ? fields.number("jitter_ms") : 0;
    LatencyCase read =
        new LatencyCase(
            fields.number("request_cpu_ms"),
            fields.number("interval_ms"),
            jitter,
            fields.number("quota_ms"),
            fields.number("period_ms"),
            burst,
            requests(fields));
    fields.expectNoOther();
    return read;
  }

  private static int requests(Fields fields) throws UnreadableCase {
    List<Fields> runs = fields.objects("runs");
    return runs.isEmpty() ? USUAL_REQUESTS : runs.get(0).numbers("latency_ms").size();
  }

  @Override
  public String scenario(String id) {
    return scenario(id, 0.5 / PHASES);
  }

  private String scenario(String id, double phase) {
    Text text = new Text(id, "Requests to one worker under a quota, as measured on Linux.");
    double lastMs = requests * intervalMs + jitterMs;
    text.line("duration: %.0f us", 1000 * (lastMs + 20 * periodMs * (1 + requestMs / quotaMs)));
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
        "  worker: { type: cpu-requests, on: h1, group: g, cpu: %.0f us, every: %.0f us,"
            + " jitter: %.0f us, count: %d }",
        1000 * (requestMs + OVERHEAD_MS), 1000 * intervalMs, 1000 * jitterMs, requests);
    text.others(PROCESSORS);
    return text.toString();
  }

  /** What one simulated run shows; of its latencies all distinct ones. */
  private record Shown(List<Double> latencies, double median, double mean, double throttles) {
    double least() {
      return latencies.get(0);
    }
  }

  @Override
  public List<FigureCheck> verify(String id, Fields fields, ScenarioReader reader, Readings runs)
      throws UnreadableCase, UnsupportedCase {
    for (int i = 0; i < PHASES; i++) {
      runs.run(id, scenario(id, (i + 0.5) / PHASES), reader);
    }
    List<Shown> simulated = runs.each(this::shown);
    List<List<Double>> recorded = new ArrayList<>();
    List<Shown> nearest = new ArrayList<>();
    for (Fields run : fields.objects("runs")) {
      List<Double> latencies = run.numbers("latency_ms");
      recorded.add(latencies);
      nearest.add(nearest(Collections.min(latencies), simulated));
    }
    return checks(fields, recorded, nearest.isEmpty() ? simulated : nearest, simulated);
  }

  private Shown shown(Map<String, Measurement> run) {
    if (!(run.get("worker.latency") instanceof Measurement.Sample sample)) {
      throw new IllegalStateException("latencies are a sample");
    }
    return new Shown(
        sample.quantiles().stream().map(quantile -> quantile.value() / MILLI_NS).toList(),
        Readings.value(run, "worker.latency", "p50") / MILLI_NS,
        sample.mean() / MILLI_NS,
        Readings.value(run, "h1.g.throttled-periods", "value") / requests);
  }

  private List<FigureCheck> checks(
      Fields fields, List<List<Double>> recorded, List<Shown> nearest, List<Shown> simulated)
      throws UnreadableCase {
    // Where requests come at every phase, that of the periods does not count.
    List<Shown> shown = jitterMs >= periodMs ? simulated : nearest;
    Fields latency = fields.object("latency_ms");
    List<FigureCheck> checks = new ArrayList<>();
    double least = shown.stream().mapToDouble(Shown::least).min().orElseThrow();
    checks.add(FigureCheck.within(LEAST, "least latency (ms)", one(latency.number("min")), least));
    for (int i = 0; i < recorded.size(); i++) {
      String run = " of run " + (i + 1);
      List<Double> like = nearest.get(i).latencies();
      checks.add(clusters("recorded latencies" + run + " near", recorded.get(i), like));
      checks.add(clusters("simulated latencies" + run + " near", like, recorded.get(i)));
    }
    if (jitterMs > 0) {
      double mean = shown.stream().mapToDouble(Shown::mean).average().orElseThrow();
      double median = median(shown.stream().map(Shown::median).toList());
      checks.add(FigureCheck.within(MEAN, "mean latency (ms)", one(latency.number("mean")), mean));
      checks.add(
          FigureCheck.within(
              PERCENTILE, "median latency (ms)", one(latency.number("p50")), median));
    }
    checks.add(
        FigureCheck.near(
            THROTTLES,
            "throttled periods a request",
            Text.recorded(fields, "throttles_per_request"),
            median(shown.stream().map(Shown::throttles).toList())));
    return checks;
  }

  /** Which part of some latencies lies at one of the others. */
  private static FigureCheck clusters(String what, List<Double> some, List<Double> others) {
    long near = some.stream().filter(one -> others.stream().anyMatch(o -> isNear(one, o))).count();
    return new FigureCheck(what, 1, MOST, 1, (double) near / some.size());
  }

  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) <= Math.max(NOISE_MS, PERCENTILE * Math.max(one, other));
  }

  private static Recorded one(double value) {
    return new Recorded(value, value, value);
  }

  /** The run whose least latency comes nearest to a recorded one. */
  private static Shown nearest(double least, List<Shown> simulated) {
    return simulated.stream()
        .min(Comparator.comparingDouble(shown -> Math.abs(shown.least() - least)))
        .orElseThrow();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
