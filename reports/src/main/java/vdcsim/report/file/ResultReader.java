package vdcsim.report.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.FinalTable;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Provenance;
import vdcsim.kernel.result.Quantile;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.result.Topology;

/** Reads {@code metrics.json}, {@code tables.json} and {@code run.json} of a folder back. */
final class ResultReader {
  private final JsonNode run;
  private final JsonNode metrics;
  private final Map<List<Integer>, List<FinalTable>> tables;
  private final Map<List<Integer>, JsonNode> runs = new TreeMap<>(ResultReader::compare);

  private ResultReader(
      JsonNode run, JsonNode metrics, Map<List<Integer>, List<FinalTable>> tables) {
    this.tables = tables;
    this.run = run;
    this.metrics = metrics;
    for (JsonNode one : run.required("runs")) {
      runs.put(List.of(whole(one, "point"), whole(one, "replication")), one);
    }
  }

  static Results read(Path folder) throws IOException {
    Path file = folder.resolve(ResultStore.METRICS);
    try {
      JsonNode run = document(folder.resolve(ResultStore.RUN));
      JsonNode metrics = document(file);
      return new ResultReader(run, metrics, tables(folder)).results();
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(folder + " holds no results of this version: " + e.getMessage(), e);
    }
  }

  /** The tables of each run, by point and replication; none where the file is not there. */
  private static Map<List<Integer>, List<FinalTable>> tables(Path folder) throws IOException {
    Map<List<Integer>, List<FinalTable>> tables = new TreeMap<>(ResultReader::compare);
    Path file = folder.resolve(ResultStore.TABLES);
    if (Files.exists(file)) {
      for (JsonNode node : document(file).required("tables")) {
        List<Integer> run = List.of(whole(node, "point"), whole(node, "replication"));
        tables.computeIfAbsent(run, r -> new ArrayList<>()).add(table(node));
      }
    }
    return tables;
  }

  private static FinalTable table(JsonNode node) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : node.required("rows")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.stringValue()));
      rows.add(cells);
    }
    return new FinalTable(
        text(node, "name"),
        list(node, "columns", JsonNode::stringValue),
        rows,
        node.required("leftOut").longValue());
  }

  static Duration wallTime(Path folder) throws IOException {
    JsonNode run = document(folder.resolve(ResultStore.RUN));
    return Duration.ofNanos(run.path(RunFile.WALL_TIME).asLong(0));
  }

  private static JsonNode document(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      JsonNode document = Json.read(in, file);
      int version = document.path("schemaVersion").asInt(0);
      if (version != MetricsFile.SCHEMA_VERSION) {
        throw new IOException(
            file + " has schemaVersion " + version + ", not " + MetricsFile.SCHEMA_VERSION);
      }
      return document;
    } catch (NoSuchFileException e) {
      throw new IOException(file + " is missing: the run did not end, or wrote elsewhere", e);
    }
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    int point = Integer.compare(left.get(0), right.get(0));
    return point != 0 ? point : Integer.compare(left.get(1), right.get(1));
  }

  private Results results() {
    return new Results(
        text(run, "scenario"),
        text(run, "about"),
        provenance(),
        list(metrics, "axes", ResultReader::axis),
        list(metrics, "points", this::point),
        new Topology(
            list(run, "nodes", ResultReader::node), list(run, "edges", ResultReader::edge)),
        list(run, "charts", ResultReader::chart),
        list(run, "measure", JsonNode::stringValue),
        list(run, "checks", ResultReader::check));
  }

  private Provenance provenance() {
    return new Provenance(
        text(run, "version"),
        text(run, "scenarioSha256"),
        run.required("seed").longValue(),
        list(run, "overrides", JsonNode::stringValue),
        whole(run, "replications"),
        run.required("durationNs").longValue(),
        run.required("warmUpNs").longValue());
  }

  private static Axis axis(JsonNode node) {
    return new Axis(
        text(node, "path"),
        unit(node),
        list(node, "values", JsonNode::stringValue),
        list(
            node,
            "numbers",
            n -> n.isNull() ? OptionalDouble.empty() : OptionalDouble.of(number(n))));
  }

  private Point point(JsonNode node) {
    int index = whole(node, "index");
    return new Point(
        index,
        list(node, "settings", JsonNode::intValue),
        list(node, "replications", replication -> replication(index, replication)));
  }

  private Replication replication(int point, JsonNode node) {
    int number = whole(node, "number");
    JsonNode one = runs.get(List.of(point, number));
    if (one == null) {
      throw new IllegalArgumentException("no run is noted for point " + point + ", " + number);
    }
    return new Replication(
        number,
        one.required("events").longValue(),
        Long.parseUnsignedLong(text(one, "digest"), 16),
        list(node, "measurements", ResultReader::measurement),
        tables.getOrDefault(List.of(point, number), List.of()));
  }

  private static Measurement measurement(JsonNode node) {
    String metric = text(node, "metric");
    String kind = text(node, "kind");
    return switch (kind) {
      case "scalar" -> new Measurement.Scalar(metric, unit(node), number(node, "value"));
      case "sample" -> sample(metric, node);
      case "level" ->
          new Measurement.Level(
              metric,
              unit(node),
              number(node, "mean"),
              number(node, "min"),
              number(node, "max"),
              number(node, "last"));
      case "course" ->
          new Measurement.Course(
              metric,
              unit(node),
              list(node, "timesNs", JsonNode::longValue),
              list(node, "values", ResultReader::number));
      case "states" ->
          new Measurement.States(
              metric,
              list(node, "timesNs", JsonNode::longValue),
              list(node, "states", JsonNode::stringValue),
              node.required("endNs").longValue());
      default -> throw new IllegalArgumentException("unknown kind '" + kind + "' of " + metric);
    };
  }

  private static Measurement sample(String metric, JsonNode node) {
    return new Measurement.Sample(
        metric,
        unit(node),
        node.required("count").longValue(),
        number(node, "mean"),
        number(node, "stddev"),
        number(node, "min"),
        number(node, "max"),
        list(node, "quantiles", q -> new Quantile(number(q.required(0)), number(q.required(1)))));
  }

  private static Topology.Node node(JsonNode node) {
    return new Topology.Node(text(node, "name"), text(node, "kind"), text(node, "note"));
  }

  private static Topology.Edge edge(JsonNode node) {
    return new Topology.Edge(
        text(node, "name"),
        text(node, "from"),
        text(node, "fromPort"),
        text(node, "to"),
        text(node, "toPort"),
        text(node, "note"),
        text(node, "state"));
  }

  private static ChartRequest chart(JsonNode node) {
    return new ChartRequest(
        text(node, "title"),
        ChartRequest.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
        list(node, "metrics", JsonNode::stringValue),
        Optional.of(node.path("x")).filter(JsonNode::isString).map(JsonNode::stringValue),
        node.required("logX").booleanValue(),
        node.required("logY").booleanValue());
  }

  private static Check check(JsonNode node) {
    return new Check(
        text(node, "expectation"), node.required("held").booleanValue(), text(node, "detail"));
  }

  private static Unit unit(JsonNode node) {
    String symbol = text(node, "unit");
    return Arrays.stream(Unit.values())
        .filter(unit -> unit.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown unit '" + symbol + "'"));
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }

  private static int whole(JsonNode node, String name) {
    return node.required(name).intValue();
  }

  private static double number(JsonNode node, String name) {
    return number(node.required(name));
  }

  // What is not finite is written as a text.
  private static double number(JsonNode node) {
    return node.isString() ? Double.parseDouble(node.stringValue()) : node.doubleValue();
  }

  private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> each) {
    List<T> list = new ArrayList<>();
    node.required(name).forEach(element -> list.add(each.apply(element)));
    return list;
  }
}
