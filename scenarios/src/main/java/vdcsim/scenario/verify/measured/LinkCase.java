package vdcsim.scenario.verify.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/**
 * What was set in a case of flows through a bottleneck.
 *
 * @param family as {@code fct}: what the case is about
 * @param queuePackets how many packets the bottleneck holds; none where a shaper is the bottleneck
 * @param roundTripsMs of each source
 */
record LinkCase(
    String family,
    double rateMbps,
    Optional<Integer> queuePackets,
    Optional<Shaper> shaper,
    List<Double> roundTripsMs,
    List<LinkFlow> flows,
    double durationS,
    double warmUpS,
    double lossPercent,
    int mtu,
    boolean probe) {

  /** A token bucket filter. */
  record Shaper(double rateMbps, long burstBytes, long limitBytes) {}

  /**
   * One flow.
   *
   * @param control {@code cubic} or {@code reno} of TCP; empty for UDP
   * @param source its number, from 1
   * @param seconds how long it sends; until the end where it does not say
   * @param bytes how much it carries; zero for no end
   * @param receiveBuffer in bytes; zero for one that tunes itself
   */
  record LinkFlow(
      Optional<String> control,
      int source,
      double startS,
      Optional<Double> seconds,
      long bytes,
      long receiveBuffer,
      double bitsPerSecond,
      int payload,
      String pattern) {}

  static LinkCase read(Fields fields) throws UnreadableCase, UnsupportedCase {
    for (String ignored : List.of("id", "reps", "runs", "note", "measured", "bottleneck")) {
      fields.has(ignored);
    }
    List<LinkFlow> flows = new ArrayList<>();
    for (Fields flow : fields.objects("flows")) {
      flows.add(flow(flow));
    }
    Optional<Fields> shaper = fields.optionalObject("tbf");
    LinkCase read =
        new LinkCase(
            fields.text("family"),
            fields.number("link_rate_mbps"),
            fields.has("queue_packets")
                ? Optional.of(fields.integer("queue_packets"))
                : Optional.empty(),
            shaper.isPresent() ? Optional.of(shaper(shaper.get())) : Optional.empty(),
            fields.numbers("rtt_ms"),
            flows,
            fields.number("duration_s"),
            fields.number("warmup_s"),
            fields.number("loss_percent"),
            fields.integer("mtu", 1500),
            fields.truth("probe", false));
    fields.expectNoOther();
    return read;
  }

  private static Shaper shaper(Fields tbf) throws UnreadableCase, UnsupportedCase {
    Shaper shaper =
        new Shaper(tbf.number("rate_mbit"), tbf.integer("burst_bytes"), tbf.integer("limit_bytes"));
    tbf.expectNoOther();
    return shaper;
  }

  private static LinkFlow flow(Fields flow) throws UnreadableCase, UnsupportedCase {
    boolean tcp = flow.text("type").equals("tcp");
    if (!tcp && !flow.text("type").equals("udp")) {
      throw new UnsupportedCase("its flow is of type '" + flow.text("type") + "'");
    }
    boolean bounded = flow.has("dur_s") && !flow.text("dur_s").equals("null");
    LinkFlow read =
        new LinkFlow(
            tcp ? Optional.of(flow.text("cc")) : Optional.empty(),
            flow.integer("src"),
            flow.number("start_s"),
            bounded ? Optional.of(flow.number("dur_s")) : Optional.empty(),
            flow.integer("bytes", 0),
            flow.integer("rwnd_bytes", 0),
            tcp ? 0 : flow.number("rate_bps"),
            flow.integer("payload", 0),
            flow.optionalText("dist").orElse(""));
    flow.expectNoOther();
    return read;
  }

  /** The delay in each direction that the nearest source has, in milliseconds. */
  double forwardDelayMs() {
    return roundTripsMs.stream().mapToDouble(Double::doubleValue).min().orElse(0) / 2;
  }

  /** Whether two flows are set alike, their sources apart. */
  boolean isAlike(int one, int other) {
    LinkFlow a = flows.get(one);
    LinkFlow b = flows.get(other);
    return a.control().equals(b.control())
        && a.startS() == b.startS()
        && a.bytes() == b.bytes()
        && a.receiveBuffer() == b.receiveBuffer()
        && roundTripsMs.get(a.source() - 1).equals(roundTripsMs.get(b.source() - 1));
  }

  /** The number of flows of TCP. */
  long connections() {
    return flows.stream().filter(flow -> flow.control().isPresent()).count();
  }

  /** Whether something happens at random, so that one run is not like the next. */
  boolean isRandom() {
    return lossPercent > 0
        || connections() > 1
        || flows.stream().anyMatch(flow -> flow.pattern().equals("poisson"));
  }

  /** An item of a list, or the value itself where there is one alone. */
  static List<Fields> all(Fields measured, String name) throws UnreadableCase {
    return measured.isList(name)
        ? measured.objects(name)
        : measured.optionalObject(name).map(List::of).orElse(List.of());
  }

  /** Whether a field holds objects; figures of a single run stand as plain numbers. */
  static boolean holdsObjects(Fields measured, String name) throws UnreadableCase {
    return measured.isList(name)
        && measured.items(name).stream().allMatch(Node.Mapping.class::isInstance);
  }
}
