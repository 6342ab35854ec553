package vdcsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Provenance;
import vdcsim.kernel.result.Quantile;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.result.Topology;

/** Results with invented figures, of each shape that a report can meet. */
final class Examples {
  private Examples() {}

  static Provenance provenance(int replications) {
    return new Provenance(
        "0.1.0",
        "9f2c41ab77d0e6b1c5a2f3e4d5061728394a5b6c7d8e9f00112233445566778f",
        42,
        List.of(),
        replications,
        90_000_000_000L,
        1_000_000_000L);
  }

  static Results results(
      String name,
      String about,
      List<Axis> axes,
      int replications,
      Topology topology,
      BiFunction<List<Integer>, Integer, List<Measurement>> run) {
    List<Point> points = new ArrayList<>();
    for (List<Integer> settings : grid(axes)) {
      List<Replication> runs = new ArrayList<>();
      for (int r = 0; r < replications; r++) {
        long digest = 0x9E3779B97F4A7C15L * (points.size() * 31L + r + 1);
        runs.add(new Replication(r, 1_203_884L + r, digest, run.apply(settings, r)));
      }
      points.add(new Point(points.size(), settings, runs));
    }
    return new Results(
        name,
        about,
        provenance(replications),
        axes,
        points,
        topology,
        List.of(),
        List.of(),
        List.of(
            new Check("echo.round-trip-time.p99 < 600 us", true, "540 µs at sriov"),
            new Check("stream.loss < 1 %", false, "4.2 % at rtl8139")));
  }

  private static List<List<Integer>> grid(List<Axis> axes) {
    List<List<Integer>> grid = List.of(List.of());
    for (Axis axis : axes) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : grid) {
        for (int i = 0; i < axis.values().size(); i++) {
          List<Integer> settings = new ArrayList<>(start);
          settings.add(i);
          longer.add(settings);
        }
      }
      grid = longer;
    }
    return grid;
  }

  static Axis techniques(String path, String... values) {
    List<String> names = List.of(values);
    return new Axis(
        path, Unit.NONE, names, names.stream().map(name -> OptionalDouble.empty()).toList());
  }

  static Axis numbers(String path, Unit unit, String suffix, double... values) {
    List<String> texts = new ArrayList<>();
    List<OptionalDouble> numbers = new ArrayList<>();
    for (double value : values) {
      texts.add(
          String.format(Locale.ROOT, "%.0f%s", unit == Unit.RATIO ? value * 100 : value, suffix));
      numbers.add(OptionalDouble.of(value));
    }
    return new Axis(path, unit, texts, numbers);
  }

  /** A sample of exponential latencies around a mean. */
  static Measurement.Sample latencies(String metric, double meanNs, long count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.rint(meanNs * (0.4 - 0.6 * StrictMath.log(1 - random.nextDouble())));
    }
    java.util.Arrays.sort(values);
    List<Quantile> quantiles = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      quantiles.add(new Quantile(values[i], (i + 1.0) / values.length));
    }
    double mean = sum / values.length;
    return new Measurement.Sample(
        metric, Unit.NANOSECONDS, count, mean, mean * 0.6, values[0], values[399], quantiles);
  }

  static Results techniquesVaried() {
    Axis axis =
        techniques(
            "vms.web.nics.eth0.model",
            "rtl8139",
            "e1000",
            "virtio",
            "vhost",
            "vmdq",
            "passthrough",
            "sriov");
    double[] rates = {0.31e9, 0.94e9, 4.2e9, 8.8e9, 9.1e9, 9.4e9, 9.41e9};
    return results(
        "nic-virtualization",
        "Why is an emulated NIC slow, and what does SR-IOV change? A virtual machine sends 1500-byte"
            + " frames over 10 Gb Ethernet.",
        List.of(axis),
        5,
        star(3),
        (settings, r) -> {
          int i = settings.get(0);
          double noise = 1 + 0.02 * StrictMath.sin(7.0 * i + 3 * r);
          return List.of(
              latencies("echo.round-trip-time", 212_000.0 / (i + 1) * noise, 20_000, i * 10L + r),
              new Measurement.Scalar("h1.eth0.sent", Unit.FRAMES, 812_345 * (i + 1.0)),
              new Measurement.Scalar(
                  "stream.cpu", Unit.RATIO, Math.min(1, 1.1 - 0.15 * i) * noise / 1.1),
              new Measurement.Scalar("stream.exits", Unit.NONE, 7.1 / (i + 1) * noise),
              new Measurement.Scalar("stream.throughput", Unit.BITS_PER_SECOND, rates[i] * noise));
        });
  }

  static Results numbersVaried() {
    Axis load =
        numbers(
            "workloads.stream.load",
            Unit.RATIO,
            " %",
            0.1,
            0.2,
            0.3,
            0.4,
            0.5,
            0.6,
            0.7,
            0.8,
            0.9,
            0.95,
            1.0,
            1.1,
            1.2);
    Axis queue = numbers("switches.s1.queue", Unit.FRAMES, " frames", 10, 100, 1000);
    return results(
        "queue-and-loss",
        "How do delay and loss grow with the load, and what does a longer queue change?",
        List.of(load, queue),
        5,
        star(4),
        (settings, r) -> {
          double rho = load.numbers().get(settings.get(0)).orElseThrow();
          double k = queue.numbers().get(settings.get(1)).orElseThrow();
          double noise = 1 + 0.06 * StrictMath.sin(5.0 * settings.get(0) + 11 * r + k);
          double wait = Math.min(rho < 0.999 ? 1 / (1 - rho) : k, k / 2) * 12_000 * noise;
          double loss = Math.max(0, 1 - 1 / rho) + StrictMath.pow(rho, k) * 0.02;
          return List.of(
              latencies("stream.delay", wait, 100_000, 99L * settings.get(0) + r),
              new Measurement.Scalar("stream.loss", Unit.RATIO, Math.min(1, loss) * noise),
              new Measurement.Scalar(
                  "stream.throughput", Unit.BITS_PER_SECOND, 1e9 * Math.min(1, rho)));
        });
  }

  static Results single() {
    return results(
        "stp-triangle",
        "Which port does spanning tree block in a triangle, and how long is the network silent?",
        List.of(),
        1,
        triangle(),
        (settings, r) -> {
          List<Measurement> all = new ArrayList<>();
          all.add(latencies("probe.round-trip-time", 61_000, 812, 5));
          all.add(new Measurement.Scalar("probe.lost", Unit.FRAMES, 312));
          all.add(new Measurement.Scalar("probe.sent", Unit.FRAMES, 900));
          all.add(new Measurement.Scalar("probe.longest-gap", Unit.NANOSECONDS, 31.2e9));
          all.add(course("probe.throughput", 90, 42));
          all.add(course("stream.throughput", 90, 43));
          for (int s = 1; s <= 3; s++) {
            all.add(
                new Measurement.Level("s" + s + ".queue-length", Unit.FRAMES, 0.3 * s, 0, 12, 0));
            for (int p = 1; p <= 2; p++) {
              all.add(ports("s" + s + ".p" + p + ".state", s == 3 && p == 2));
            }
          }
          return all;
        });
  }

  private static Measurement.Course course(String name, int seconds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i <= seconds * 2; i++) {
      times.add(i * 500_000_000L);
      boolean silent = i > 90 && i < 152;
      values.add(silent ? 0.0 : 8.2e8 + 6e7 * random.nextDouble());
    }
    return new Measurement.Course(name, Unit.BITS_PER_SECOND, times, values);
  }

  private static Measurement.States ports(String name, boolean blocks) {
    long s = 1_000_000_000L;
    return blocks
        ? new Measurement.States(
            name,
            List.of(0L, 2 * s, 65 * s, 80 * s),
            List.of("listening", "blocking", "learning", "forwarding"),
            90 * s)
        : new Measurement.States(
            name,
            List.of(0L, 15 * s, 30 * s),
            List.of("listening", "learning", "forwarding"),
            90 * s);
  }

  static Topology triangle() {
    List<Topology.Node> nodes = new ArrayList<>();
    List<Topology.Edge> edges = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      nodes.add(new Topology.Node("s" + i, "switch", i == 1 ? "root" : ""));
    }
    for (int i = 1; i <= 3; i++) {
      nodes.add(new Topology.Node("h" + i, "host", "10.0.0." + i));
    }
    edges.add(edge("s1", "p1", "s2", "p1", "up"));
    edges.add(edge("s2", "p2", "s3", "p1", "down"));
    edges.add(edge("s3", "p2", "s1", "p2", "blocked"));
    for (int i = 1; i <= 3; i++) {
      edges.add(edge("h" + i, "eth0", "s" + i, "p3", "up"));
    }
    return new Topology(nodes, edges);
  }

  static Topology.Edge edge(String from, String fromPort, String to, String toPort, String state) {
    return new Topology.Edge(from + "-" + to, from, fromPort, to, toPort, "1 Gb/s", state);
  }

  static Topology star(int hosts) {
    List<Topology.Node> nodes = new ArrayList<>();
    List<Topology.Edge> edges = new ArrayList<>();
    nodes.add(new Topology.Node("s1", "switch", ""));
    for (int i = 1; i <= hosts; i++) {
      nodes.add(new Topology.Node("h" + i, "host", ""));
      edges.add(edge("h" + i, "eth0", "s1", "p" + i, "up"));
    }
    return new Topology(nodes, edges);
  }

  /** Two levels of switches with three hosts at each of the lower ones. */
  static Topology tree() {
    List<Topology.Node> nodes = new ArrayList<>();
    List<Topology.Edge> edges = new ArrayList<>();
    nodes.add(new Topology.Node("core1", "switch", "root"));
    nodes.add(new Topology.Node("core2", "switch", ""));
    nodes.add(new Topology.Node("r1", "router", "192.168.0.1"));
    edges.add(edge("core1", "p9", "core2", "p9", "up"));
    edges.add(edge("r1", "eth0", "core1", "p8", "up"));
    for (int s = 1; s <= 3; s++) {
      nodes.add(new Topology.Node("edge" + s, "switch", ""));
      edges.add(edge("core1", "p" + s, "edge" + s, "up1", "up"));
      edges.add(edge("core2", "p" + s, "edge" + s, "up2", s == 2 ? "down" : "blocked to"));
      for (int h = 1; h <= 2; h++) {
        nodes.add(new Topology.Node("h" + s + h, "host", "10.0." + s + "." + h));
        edges.add(edge("h" + s + h, "eth0", "edge" + s, "p" + h, "up"));
      }
    }
    return new Topology(nodes, edges);
  }

  /** A ring of switches with hosts: six switches and 34 hosts. */
  static Topology ring() {
    List<Topology.Node> nodes = new ArrayList<>();
    List<Topology.Edge> edges = new ArrayList<>();
    for (int s = 1; s <= 6; s++) {
      nodes.add(new Topology.Node("s" + s, "switch", ""));
    }
    for (int s = 1; s <= 6; s++) {
      edges.add(edge("s" + s, "r", "s" + (s % 6 + 1), "l", s == 4 ? "blocked from" : "up"));
    }
    for (int h = 1; h <= 34; h++) {
      nodes.add(new Topology.Node("h" + h, "host", ""));
      edges.add(edge("h" + h, "eth0", "s" + ((h - 1) / 6 + 1), "p" + h, "up"));
    }
    return new Topology(nodes, edges);
  }

  static Results named(String name, Topology topology, Results r) {
    return new Results(
        name,
        r.about(),
        r.provenance(),
        r.axes(),
        r.points(),
        topology,
        r.charts(),
        r.measures(),
        r.checks());
  }

  /** Names that try to break out of every format. */
  static Results hostile() {
    String evil = "<script>alert(1)</script>.=cmd|' /C calc'!A0.\u4e2d\u6587\ud83d\ude00";
    Topology topology =
        new Topology(
            List.of(
                new Topology.Node("<b>h1", "host", "\"'&"),
                new Topology.Node("\u4e2d\u6587", "switch", "\ud83d\ude00")),
            List.of(edge("<b>h1", "\"", "\u4e2d\u6587", "&", "up")));
    return results(
        "hostile",
        "</style><script>alert(2)</script> \u0000 \ud800",
        List.of(techniques("a.b", "<i>", "=1+1", "\"q\",\n")),
        2,
        topology,
        (settings, r) ->
            List.of(
                new Measurement.Scalar(evil, Unit.FRAMES, settings.get(0) + r),
                new Measurement.States(evil + ".s", List.of(0L), List.of("<u>"), 5)));
  }

  static Results with(Results r, List<ChartRequest> charts, List<String> measures) {
    return new Results(
        r.scenario(),
        r.about(),
        r.provenance(),
        r.axes(),
        r.points(),
        r.topology(),
        charts,
        measures,
        r.checks());
  }

  static ChartRequest chart(ChartRequest.Kind kind, String title, String... metrics) {
    return new ChartRequest(title, kind, List.of(metrics), Optional.empty(), false, false);
  }
}
