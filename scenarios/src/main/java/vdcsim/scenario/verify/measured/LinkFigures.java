package vdcsim.scenario.verify.measured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vdcsim.kernel.result.Measurement;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.compare.FigureCheck.Recorded;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;

/** Holds what the runs of a case show against what was measured, within its family's tolerances. */
final class LinkFigures {
  private static final double MEGA = 1e6;
  private static final double MILLI_NS = 1e6;

  /** A link that carries so much of what it can counts as full. */
  private static final double FULL = 0.985;

  private static final int HEADERS_WITH_TIMESTAMPS = 52;
  private static final int FRAME_HEADER = 14;

  private final LinkCase what;
  private final Fields measured;
  private final Readings runs;
  private final List<FigureCheck> checks = new ArrayList<>();

  private LinkFigures(LinkCase what, Fields measured, Readings runs) {
    this.what = what;
    this.measured = measured;
    this.runs = runs;
  }

  static List<FigureCheck> of(LinkCase what, Fields measured, Readings runs) throws UnreadableCase {
    LinkFigures figures = new LinkFigures(what, measured, runs);
    figures.completion();
    figures.goodputs();
    figures.fairness();
    figures.datagrams();
    figures.latency();
    return figures.checks;
  }

  private static Recorded recorded(Fields field) throws UnreadableCase {
    return new Recorded(field.number("min"), field.number("median"), field.number("max"));
  }

  private void completion() throws UnreadableCase {
    if (measured.has("flow_completion_ms")) {
      boolean smooth =
          LinkCase.all(measured, "retransmitted_segments").get(0).number("median") == 0;
      checks.add(
          FigureCheck.within(
              smooth ? 0.02 : 0.15,
              "completion (ms)",
              recorded(measured.object("flow_completion_ms")),
              runs.median("f1.completion-time", "mean") / MILLI_NS));
    }
  }

  /** The most that the data of full segments can be. */
  private double mostMbps() {
    double segment = what.mtu() - HEADERS_WITH_TIMESTAMPS;
    return what.rateMbps() * segment / (what.mtu() + FRAME_HEADER);
  }

  /**
   * Flows that are alike in all that was set are exchangeable: which of them gets more is chance.
   * The largest share is compared with the largest, and so on.
   */
  private void goodputs() throws UnreadableCase {
    if (!measured.has("goodput_mbps")) {
      return;
    }
    List<Recorded> recorded = new ArrayList<>();
    for (Fields flow : LinkCase.all(measured, "goodput_mbps")) {
      recorded.add(recorded(flow));
    }
    for (int i = 0; i < recorded.size(); i++) {
      List<Integer> alike = alike(i);
      int place = place(i, alike, recorded);
      checks.add(
          FigureCheck.within(
              goodputTolerance(recorded.get(i).median()),
              "goodput of flow " + (i + 1) + " (Mbit/s)",
              recorded.get(i),
              runs.median(run -> nthLargest(run, alike, place)) / MEGA));
    }
  }

  /** The flows with the same settings as one, itself included. */
  private List<Integer> alike(int flow) {
    List<Integer> alike = new ArrayList<>();
    for (int i = 0; i < what.flows().size(); i++) {
      if (what.isAlike(i, flow)) {
        alike.add(i);
      }
    }
    return alike;
  }

  /** How many of those that are alike have received more, as recorded. */
  private static int place(int flow, List<Integer> alike, List<Recorded> recorded) {
    int place = 0;
    for (int other : alike) {
      double more = recorded.get(other).median() - recorded.get(flow).median();
      place += more > 0 || (more == 0 && other < flow) ? 1 : 0;
    }
    return place;
  }

  private static double nthLargest(Map<String, Measurement> run, List<Integer> flows, int place) {
    return flows.stream()
        .map(flow -> Readings.value(run, "f" + (flow + 1) + ".goodput", "value"))
        .sorted(Comparator.reverseOrder())
        .toList()
        .get(place);
  }

  private double goodputTolerance(double mbps) {
    boolean full = mbps >= FULL * mostMbps();
    boolean cubic = what.flows().get(0).control().filter("cubic"::equals).isPresent();
    return switch (what.family()) {
      case "loss" -> cubic || what.lossPercent() > 2 ? 0.20 : 0.12;
      case "fair" -> 0.12;
      case "window" -> 0.05;
      default -> full ? 0.01 : 0.07;
    };
  }

  private void fairness() throws UnreadableCase {
    if (measured.has("jain_index") && what.connections() > 1) {
      checks.add(
          FigureCheck.near(
              0.03,
              "Jain's index",
              recorded(measured.object("jain_index")),
              runs.median(this::jain)));
      checks.add(
          FigureCheck.within(
              0.02,
              "goodput of all (Mbit/s)",
              recorded(measured.object("total_goodput_mbps")),
              runs.median(run -> shares(run).stream().mapToDouble(d -> d).sum()) / MEGA));
    }
  }

  private List<Double> shares(Map<String, Measurement> run) {
    List<Double> shares = new ArrayList<>();
    for (int i = 1; i <= what.flows().size(); i++) {
      shares.add(Readings.value(run, "f" + i + ".goodput", "value"));
    }
    return shares;
  }

  private double jain(Map<String, Measurement> run) {
    double sum = 0;
    double squares = 0;
    for (double share : shares(run)) {
      sum += share;
      squares += share * share;
    }
    return sum * sum / (what.flows().size() * squares);
  }

  private void datagrams() throws UnreadableCase {
    if (!measured.has("udp_one_way_ms")) {
      return;
    }
    double load =
        what.flows().get(0).bitsPerSecond()
            * (what.flows().get(0).payload() + 42)
            / what.flows().get(0).payload()
            / (what.rateMbps() * MEGA);
    checks.add(
        FigureCheck.within(
            load >= 0.9 ? 0.10 : 0.03,
            "mean one-way delay (ms)",
            recorded(measured.object("udp_one_way_ms").object("mean")),
            runs.median("f1.latency", "mean") / MILLI_NS));
    checks.add(
        FigureCheck.near(
            0.005,
            "lost datagrams (share)",
            recorded(measured.object("udp_loss_fraction")),
            runs.median("f1.loss-ratio")));
  }

  /** How long the queue makes the round trip, as the sender sees it and as a probe does. */
  private void latency() throws UnreadableCase {
    boolean queueing = what.family().equals("single") || what.family().equals("tbf");
    if (queueing && measured.has("mean_srtt_ms")) {
      checks.add(
          FigureCheck.within(
              0.10,
              "mean round trip of the sender (ms)",
              recorded(LinkCase.all(measured, "mean_srtt_ms").get(0)),
              runs.median("f1.round-trip-time", "mean") / MILLI_NS));
    }
    // After a probe was lost, the probes of the measurement do not see the queue any more, though
    // the flow keeps it full: their figures say nothing then.
    if (queueing
        && measured.has("probe_rtt_ms")
        && measured.object("probe_lost").number("median") == 0) {
      checks.add(
          FigureCheck.within(
              0.20,
              "mean round trip of probes (ms)",
              recorded(measured.object("probe_rtt_ms").object("mean")),
              runs.median("probe.round-trip-time", "mean") / MILLI_NS));
    }
  }
}
