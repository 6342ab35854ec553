package vdcsim.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Provenance;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.result.Topology;

/**
 * Writes {@code run.json}: where the results come from, what the scenario asked for, and the digest
 * of every run. The wall time stands last; it is all that differs between equal runs.
 */
final class RunFile {
  static final String WALL_TIME = "wallTimeNs";
  private static final int A_LINE_EACH_ELEMENT = 2;

  private RunFile() {}

  static void write(Results results, Duration wallTime, OutputStream out) throws IOException {
    Json.write(
        out,
        A_LINE_EACH_ELEMENT,
        json -> {
          json.whole("schemaVersion", MetricsFile.SCHEMA_VERSION)
              .text("scenario", results.scenario())
              .text("about", results.about());
          provenance(json, results.provenance());
          wishes(json, results);
          topology(json, results.topology());
          runs(json, results.points());
          json.whole(WALL_TIME, wallTime.toNanos());
        });
  }

  private static void provenance(Json json, Provenance provenance) {
    json.text("version", provenance.version())
        .text("scenarioSha256", provenance.scenarioSha256())
        .whole("seed", provenance.seed())
        .texts("overrides", provenance.overrides())
        .whole("replications", provenance.replications())
        .whole("durationNs", provenance.durationNs())
        .whole("warmUpNs", provenance.warmUpNs());
  }

  private static void wishes(Json json, Results results) {
    json.texts("measure", results.measures())
        .objects("charts", results.charts(), chart -> chart(json, chart))
        .objects("checks", results.checks(), check -> check(json, check));
  }

  private static void chart(Json json, ChartRequest chart) {
    json.text("title", chart.title())
        .text("kind", chart.kind().name().toLowerCase(Locale.ROOT))
        .texts("metrics", chart.metrics());
    chart.x().ifPresent(x -> json.text("x", x));
    json.truth("logX", chart.logX()).truth("logY", chart.logY());
  }

  private static void check(Json json, Check check) {
    json.text("expectation", check.expectation())
        .truth("held", check.held())
        .text("detail", check.detail());
  }

  private static void topology(Json json, Topology topology) {
    json.objects(
            "nodes",
            topology.nodes(),
            node ->
                json.text("name", node.name()).text("kind", node.kind()).text("note", node.note()))
        .objects("edges", topology.edges(), edge -> edge(json, edge));
  }

  private static void edge(Json json, Topology.Edge edge) {
    json.text("name", edge.name())
        .text("from", edge.from())
        .text("fromPort", edge.fromPort())
        .text("to", edge.to())
        .text("toPort", edge.toPort())
        .text("note", edge.note())
        .text("state", edge.state());
  }

  /** A run, with the point that it belongs to. */
  private record Run(int point, Replication replication) {}

  private static void runs(Json json, List<Point> points) {
    List<Run> runs =
        points.stream()
            .flatMap(p -> p.replications().stream().map(r -> new Run(p.index(), r)))
            .toList();
    json.whole("events", runs.stream().mapToLong(run -> run.replication().events()).sum());
    json.objects(
        "runs",
        runs,
        run ->
            json.whole("point", run.point())
                .whole("replication", run.replication().number())
                .whole("events", run.replication().events())
                .text("digest", RunDigest.text(run.replication())));
  }
}
