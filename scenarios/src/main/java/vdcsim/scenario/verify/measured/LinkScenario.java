package vdcsim.scenario.verify.measured;

import java.util.Locale;
import vdcsim.scenario.verify.measured.LinkCase.LinkFlow;

/**
 * A case as a scenario: sources a1, a2, ... - r1 - r2 - b, as the conditions of the measurement
 * describe them.
 */
final class LinkScenario {
  /** Before the flows, addresses are resolved, as in the measurement. */
  static final double LEAD_S = 2;

  /**
   * A packet waits about 8 us for a core at each hop, the conditions say. Several flows at a full
   * queue are chaotic: each run of several gets another delay near that.
   */
  private static final double[] HOP_DELAYS_US = {8, 7.5, 8.5, 7, 9};

  /** Infinitely fast, the conditions say of all links but one. */
  private static final String FAST = "1000 Gbps";

  /** For connections that carry an amount of data, which may take long. */
  private static final double LONG_S = 60;

  private final LinkCase what;
  private final String hopDelay;
  private final StringBuilder text = new StringBuilder();

  private LinkScenario(LinkCase what, int replication) {
    this.what = what;
    this.hopDelay = HOP_DELAYS_US[replication % HOP_DELAYS_US.length] + " us";
  }

  static String write(String id, LinkCase what, int replication) {
    return new LinkScenario(what, replication).text(id, replication);
  }

  /** How long the run takes. */
  static double durationS(LinkCase what) {
    return LEAD_S + (what.durationS() > 0 ? what.durationS() : LONG_S);
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  private String text(String id, int replication) {
    line("name: %s", id.toLowerCase(Locale.ROOT));
    line("about: Flows through a bottleneck, as measured on Linux (%s).", what.family());
    line("seed: %d", 1 + replication);
    line("duration: %s s", durationS(what));
    line("warm-up: %s s", LEAD_S + what.warmUpS());
    hosts();
    routers();
    links();
    workloads();
    return text.toString();
  }

  private void hosts() {
    line("hosts:");
    for (int i = 1; i <= sources(); i++) {
      line(
          "  a%d: { nics: { eth0: %s }, ip: { address: 10.1.%d.1/24, gateway: 10.1.%d.254 } }",
          i, card(), i, i);
    }
    line("  b: { nics: { eth0: %s }, ip: { address: 10.2.0.1/24, gateway: 10.2.0.254 } }", card());
  }

  private String card() {
    return String.format(Locale.ROOT, "{ rate: %s, queue: 100000, mtu: %d }", FAST, what.mtu());
  }

  private int sources() {
    return what.roundTripsMs().size();
  }

  private void routers() {
    line("routers:");
    line("  r1:");
    line("    mtu: %d", what.mtu());
    line("    queue: 100000");
    line("    interfaces:");
    line("      eth0: 10.0.0.1/24");
    for (int i = 1; i <= sources(); i++) {
      line("      eth%d: 10.1.%d.254/24", i, i);
    }
    line("    routes: [ { to: 10.2.0.0/24, via: 10.0.0.2 } ]");
    line("    traffic-control:");
    line("      cards:");
    bottleneck();
    for (int i = 1; i <= sources(); i++) {
      double back = what.roundTripsMs().get(i - 1) - what.forwardDelayMs();
      delay("eth" + i, back);
    }
    line("  r2:");
    line("    mtu: %d", what.mtu());
    line("    queue: 100000");
    line("    interfaces: { eth0: 10.0.0.2/24, eth1: 10.2.0.254/24 }");
    line("    routes: [ { to: 10.1.0.0/16, via: 10.0.0.1 } ]");
    if (what.forwardDelayMs() > 0) {
      line("    traffic-control:");
      line("      cards:");
      delay("eth1", what.forwardDelayMs());
    }
  }

  private void bottleneck() {
    line("        eth0:");
    if (what.shaper().isPresent()) {
      LinkCase.Shaper shaper = what.shaper().get();
      line(
          "          tbf: { rate: %s Mbps, burst: %d B, limit: %d B }",
          plain(shaper.rateMbps()), shaper.burstBytes(), shaper.limitBytes());
    } else {
      line(
          "          netem: { rate: %s Mbps, limit: %d, loss: %s %% }",
          plain(what.rateMbps()), what.queuePackets().orElse(1000), plain(what.lossPercent()));
    }
  }

  private void delay(String card, double milliseconds) {
    if (milliseconds > 0) {
      line("        %s: { netem: { delay: %s ms, limit: 1000000 } }", card, plain(milliseconds));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%s", number);
  }

  private void links() {
    line("links:");
    for (int i = 1; i <= sources(); i++) {
      line("  - { link: a%d -- r1.eth%d, delay: %s }", i, i, hopDelay);
    }
    line("  - { link: r1.eth0 -- r2.eth0, rate: %s, delay: %s }", FAST, hopDelay);
    line("  - { link: r2.eth1 -- b, delay: %s }", hopDelay);
  }

  private void workloads() {
    line("workloads:");
    for (int i = 1; i <= sources(); i++) {
      line("  warm%d: { type: ping, from: a%d, to: b, count: 1 }", i, i);
    }
    if (what.probe()) {
      line(
          "  probe: { type: ping, from: a1, to: b, every: 100 ms, size: 64 B, start: %s s }",
          LEAD_S);
    }
    for (int i = 0; i < what.flows().size(); i++) {
      flow(i + 1, what.flows().get(i));
    }
  }

  private void flow(int number, LinkFlow flow) {
    double startS = LEAD_S + flow.startS() + (flow.control().isPresent() ? 0.003 * number : 0);
    String ends = String.format(Locale.ROOT, "from: a%d, to: b", flow.source());
    String common = String.format(Locale.ROOT, "%s, start: %.0f us", ends, startS * 1e6);
    String time =
        flow.seconds().isPresent() && flow.bytes() == 0
            ? ", for: " + plain(flow.seconds().get()) + " s"
            : "";
    if (flow.control().isPresent()) {
      String bytes = flow.bytes() > 0 ? ", bytes: " + flow.bytes() + " B" : "";
      String buffer =
          flow.receiveBuffer() > 0 ? ", receive-buffer: " + flow.receiveBuffer() + " B" : "";
      line(
          "  f%d: { type: tcp-stream, %s, congestion: %s, send-buffer: 16 MiB%s%s%s }",
          number, common, flow.control().get(), time, bytes, buffer);
    } else {
      line(
          "  f%d: { type: udp-stream, %s, rate: %.0f bps, size: %d B, pattern: %s%s }",
          number,
          common,
          flow.bitsPerSecond(),
          flow.payload(),
          flow.pattern().equals("poisson") ? "poisson" : "constant",
          time);
    }
  }
}
