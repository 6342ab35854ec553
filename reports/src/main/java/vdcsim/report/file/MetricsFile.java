package vdcsim.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;

/** Writes {@code metrics.json}: what was varied, and what each run measured, in full. */
final class MetricsFile {
  /** Changes when a reader of an earlier version would misread the file. */
  static final int SCHEMA_VERSION = 1;

  private static final int A_LINE_EACH_MEASUREMENT = 6;

  private MetricsFile() {}

  static void write(Results results, OutputStream out) throws IOException {
    Json.write(
        out,
        A_LINE_EACH_MEASUREMENT,
        json ->
            json.whole("schemaVersion", SCHEMA_VERSION)
                .text("scenario", results.scenario())
                .objects("axes", results.axes(), axis -> axis(json, axis))
                .objects("points", results.points(), point -> point(json, point)));
  }

  private static void axis(Json json, Axis axis) {
    json.text("path", axis.path())
        .text("unit", axis.unit().symbol())
        .texts("values", axis.values())
        .array(
            "numbers",
            axis.numbers(),
            number -> number.ifPresentOrElse(json::number, json::nothing));
  }

  private static void point(Json json, Point point) {
    json.whole("index", point.index())
        .wholes("settings", point.settings())
        .objects("replications", point.replications(), run -> replication(json, run));
  }

  private static void replication(Json json, Replication run) {
    json.whole("number", run.number())
        .objects("measurements", run.measurements(), m -> measurement(json, m));
  }

  private static void measurement(Json json, Measurement measurement) {
    json.text("metric", measurement.metric());
    if (measurement instanceof Measurement.Scalar scalar) {
      json.text("kind", "scalar").text("unit", scalar.unit().symbol());
      json.number("value", scalar.value());
    } else if (measurement instanceof Measurement.Sample sample) {
      sample(json, sample);
    } else if (measurement instanceof Measurement.Level level) {
      json.text("kind", "level").text("unit", level.unit().symbol());
      json.number("mean", level.mean()).number("min", level.min());
      json.number("max", level.max()).number("last", level.last());
    } else if (measurement instanceof Measurement.Course course) {
      json.text("kind", "course").text("unit", course.unit().symbol());
      json.wholes("timesNs", course.timesNs()).array("values", course.values(), json::number);
    } else if (measurement instanceof Measurement.States states) {
      json.text("kind", "states").wholes("timesNs", states.timesNs());
      json.texts("states", states.states()).whole("endNs", states.endNs());
    }
  }

  private static void sample(Json json, Measurement.Sample sample) {
    json.text("kind", "sample")
        .text("unit", sample.unit().symbol())
        .whole("count", sample.count())
        .number("mean", sample.mean())
        .number("stddev", sample.standardDeviation())
        .number("min", sample.min())
        .number("max", sample.max());
    List<String> percentiles = List.of("p50", "p90", "p95", "p99", "p99.9");
    percentiles.forEach(p -> sample.statistic(p).ifPresent(value -> json.number(p, value)));
    json.array("quantiles", sample.quantiles(), q -> json.pair(q.value(), q.share()));
  }
}
