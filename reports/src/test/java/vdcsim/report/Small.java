package vdcsim.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

/** Results so small that every byte of their files can be written by hand. */
final class Small {
  private Small() {}

  static Results results() {
    Axis model =
        new Axis(
            "vm.model",
            Unit.NONE,
            List.of("=e1000", "virtio, v1"),
            List.of(OptionalDouble.empty(), OptionalDouble.empty()));
    Axis rate =
        new Axis(
            "load.rate", Unit.BITS_PER_SECOND, List.of("1 Gbps"), List.of(OptionalDouble.of(1e9)));
    return new Results(
        "small",
        "What is small?",
        new Provenance("0.1.0", "ab12", 7, List.of("a=1"), 1, 2_000_000_000L, 0),
        List.of(model, rate),
        List.of(
            new Point(
                0, List.of(0, 0), List.of(new Replication(0, 10, 0xABCL, first(), tables(0)))),
            new Point(1, List.of(1, 0), List.of(new Replication(0, 12, -1L, second(), tables(3))))),
        new Topology(
            List.of(new Topology.Node("h1", "host", ""), new Topology.Node("s1", "switch", "root")),
            List.of(new Topology.Edge("l1", "h1", "eth0", "s1", "p1", "1 Gb/s", "up"))),
        List.of(
            new ChartRequest(
                "Delay",
                ChartRequest.Kind.BARS,
                List.of("ping.delay.p99"),
                Optional.of("vm.model"),
                false,
                true)),
        List.of("ping.*"),
        List.of(new Check("ping.lost = 0", true, "0 everywhere")));
  }

  private static List<FinalTable> tables(long leftOut) {
    List<String> columns = List.of("network", "next hop");
    List<List<String>> rows =
        List.of(List.of("10.0.0.0/8", "=r2"), List.of("0.0.0.0/0", "r3, or r4"));
    return List.of(
        new FinalTable("routes-r1", columns, rows, leftOut),
        new FinalTable("routes/R1", columns, rows.subList(0, 1), 0));
  }

  private static List<Measurement> first() {
    return List.of(
        new Measurement.Sample(
            "ping.delay",
            Unit.NANOSECONDS,
            2,
            1500.5,
            0.1,
            1000,
            2001,
            List.of(new Quantile(1000, 0.5), new Quantile(2001, 1))),
        new Measurement.Scalar("ping.lost", Unit.FRAMES, 0),
        new Measurement.Level("s1.queue", Unit.FRAMES, 0.25, 0, 3, 1));
  }

  private static List<Measurement> second() {
    return List.of(
        new Measurement.Course(
            "s1.rate", Unit.BITS_PER_SECOND, List.of(0L, 1_000_000_000L), List.of(0.0, 2.5e8)),
        new Measurement.States("s1.p1.state", List.of(0L), List.of("-blocking"), 2_000_000_000L));
  }
}
