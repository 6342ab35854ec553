package vdcsim.scenario.language.shape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** The keys at the top of every scenario, beside the sections of the models. */
@Doc("A scenario: a world, what happens in it, what is measured, what must hold.")
public record Head(
    @Key(
            value = "The scenario's name, which is also the name of its output folder.",
            example = "stp-triangle")
        String name,
    @Key(value = "What it shows, in one or two sentences.", example = "How does a switch learn?")
        Optional<String> about,
    @Key(
            value = "The topic under which the library lists it.",
            example = "Layer 2",
            fallback = "Other")
        String topic,
    @Key(value = "The seed of every random stream.", fallback = "42") long seed,
    @Key(value = "Simulated time of each run.", example = "90 s") Duration duration,
    @Key(value = "Simulated time before measuring starts.", fallback = "0 s") Duration warmUp,
    @Key(
            value =
                "Runs of each configuration, each with random numbers of its own; two or more give"
                    + " confidence intervals.",
            fallback = "1")
        int replications,
    @Key(
            value = "Patterns of the metrics that the summary shows, '*' for any text.",
            example = "probe.*")
        List<String> measure,
    @Key("The charts of the report; without it they are chosen by the data.") List<Chart> charts,
    @Key(
            value = "Conditions that must hold when all runs have ended.",
            example = "probe.round-trip-time.p99 < 300 us")
        List<Expect> expect) {

  private static final int MOST_REPLICATIONS = 10_000;
  private static final Duration LONGEST = Duration.ofDays(36_500);

  public Head {
    about = about.map(String::strip);
    measure = List.copyOf(measure);
    charts = List.copyOf(charts);
    expect = List.copyOf(expect);
    new HeadChecks()
        .name(name)
        .between("replications", replications, 1, MOST_REPLICATIONS)
        .duration(duration, warmUp, LONGEST)
        .done();
  }

  /** A chart that the scenario asks for. */
  @Doc("A chart of the report.")
  @Shorthand("metric")
  public record Chart(
      @Key(
              value = "The metric, '*' for any text, with a statistic where it has several.",
              example = "probe.round-trip-time.p99")
          List<String> metric,
      @Key("The heading; without it the metric's name.") Optional<String> title,
      @Key(value = "The form; without it chosen by the data.", fallback = "auto") Form type,
      @Key("The path of the varied value on the horizontal axis; without it the first.")
          Optional<String> x,
      @Key(value = "Whether the horizontal scale is logarithmic.", fallback = "false") boolean logX,
      @Key(value = "Whether the vertical scale is logarithmic.", fallback = "false") boolean logY) {
    public Chart {
      metric = List.copyOf(metric);
      new HeadChecks().notEmpty("metric", metric).done();
    }
  }

  /** The forms of chart, as {@link vdcsim.kernel.result.ChartRequest.Kind}. */
  public enum Form {
    @Doc("chosen by the data")
    AUTO,
    @Doc("a bar for each technique, with its confidence interval")
    BARS,
    @Doc("the parts of a whole for each technique, one upon the other")
    STACKED,
    @Doc("a line over a varied number, with a band for its confidence interval")
    LINES,
    @Doc("the cumulative distribution of a sample, as of latencies")
    CDF,
    @Doc("percentiles of a sample, side by side")
    PERCENTILES,
    @Doc("a line over simulated time")
    COURSE,
    @Doc("states over simulated time")
    TIMELINE,
    @Doc("a colour for each number over two varied values; with 'log-y' its scale is logarithmic")
    HEAT_MAP
  }

  /** A condition. */
  @Doc("A condition over metrics that must hold when all runs have ended.")
  @Shorthand("that")
  public record Expect(
      @Key(
              value = "The condition: a metric, a comparison, a value with its unit.",
              example = "probe.lost = 0")
          String that,
      @Key(
              value =
                  "The configurations of which it speaks: a varied path and its value; without it"
                      + " all.")
          java.util.Map<String, String> where,
      @Key(
              value = "Whether the mean of the replications must hold it, or each one.",
              fallback = "mean")
          Over over) {
    public Expect {
      where = new java.util.LinkedHashMap<>(where);
    }
  }

  /** What a condition is held against. */
  public enum Over {
    @Doc("the mean of the replications")
    MEAN,
    @Doc("each replication")
    EACH
  }
}
