package vdcsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.result.Topology;

class SummaryTest {
  private static final Topology NONE = new Topology(List.of(), List.of());

  /** Five replications with 1, 2, 3, 4, 5: mean 3, deviation √2.5, t(4) = 2.776445, half 1.9632. */
  private static Results oneToFive() {
    return Examples.results(
        "five",
        "",
        List.of(),
        5,
        NONE,
        (settings, r) -> List.of(new Measurement.Scalar("a.rate", Unit.PER_SECOND, r + 1.0)));
  }

  @Test
  void intervalsAreStudentsOverReplications() {
    Table table = Summary.of(oneToFive());
    assertThat(table.header()).containsExactly("metric", "value", "unit", "95 % interval");
    assertThat(table.rows()).containsExactly(List.of("a.rate", "3.000", "/s", "1.037 – 4.963"));
  }

  @Test
  void aSingleConfigurationHasARowForEachMetric() {
    Table table = Summary.of(Examples.single());
    assertThat(table.header())
        .containsExactly("metric", "n", "mean", "p50", "p95", "p99", "max", "unit");
    assertThat(table.rows().stream().map(row -> row.get(0)))
        .containsExactly("probe.round-trip-time", "probe.longest-gap", "probe.lost", "probe.sent");
    assertThat(table.rows().get(1))
        .containsExactly("probe.longest-gap", "–", "31.20", "–", "–", "–", "–", "s");
  }

  @Test
  void aVariedTechniqueHasARowForEachConfiguration() {
    Table table = Summary.of(Examples.techniquesVaried());
    assertThat(table.header())
        .containsExactly(
            "model",
            "round-trip-time mean (µs)",
            "round-trip-time p99 (µs)",
            "cpu (%)",
            "throughput (Gb/s)",
            "exits");
    assertThat(table.rows()).hasSize(7);
    assertThat(table.rows().get(6).get(0)).isEqualTo("sriov");
    assertThat(table.rows().get(6).get(4)).isEqualTo("9.383 ± 0.196");
  }

  @Test
  void theScenarioChoosesBeforeTheReportDoes() {
    Results chosen =
        Examples.with(Examples.single(), List.of(), List.of("probe.lost", "s*.queue-length"));
    assertThat(Summary.of(chosen).rows().stream().map(row -> row.get(0)))
        .containsExactly("probe.lost", "s1.queue-length", "s2.queue-length", "s3.queue-length");
    Results statistics =
        Examples.with(
            Examples.techniquesVaried(), List.of(), List.of("echo.*.p50", "stream.exits"));
    assertThat(Summary.of(statistics).header())
        .containsExactly("model", "round-trip-time p50 (µs)", "exits");
  }

  @Test
  void devicesCountersAreShownOnlyWhereNoWorkloadMeasures() {
    Topology one = new Topology(List.of(new Topology.Node("h1", "host", "")), List.of());
    Results devices =
        Examples.results(
            "devices",
            "",
            List.of(),
            1,
            one,
            (settings, r) ->
                List.of(
                    new Measurement.Scalar("h1.eth0.sent", Unit.FRAMES, 3),
                    new Measurement.Scalar("h1.eth0.received", Unit.FRAMES, 0)));
    assertThat(Summary.of(devices).rows()).containsExactly(List.of("h1.eth0.sent", "3", "frames"));
  }

  @Test
  void headingsAreChineseWhereChineseIsWanted() {
    assertThat(Summary.of(oneToFive(), Language.ZH).header())
        .containsExactly("指标", "值", "单位", "95 % 置信区间");
  }
}
