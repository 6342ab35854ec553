package vdcsim.scenario.verify.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.compare.FigureCheck.Recorded;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/**
 * A card that QEMU models, at a tap or behind user networking, as root: how often a guest touches
 * its registers at 1000 packets a second, whether its pings come back from beyond, and whether it
 * is reached from outside.
 *
 * @param model the card, as a scenario names it
 * @param atTap whether it is at a tap, and not behind user networking
 * @param doorbells whether doorbells were counted, too: no event of the kernel stood behind them
 * @param sent reads and writes for a packet that is sent
 * @param received reads and writes for an interrupt of packets that are received
 * @param pings of three
 */
record RegisterCase(
    String model, boolean atTap, boolean doorbells, double sent, double received, double pings) {
  private static final double SHARE = 0.25;

  /** Below this there is none but now and then: 16 doorbells were counted in 5000 packets. */
  private static final double SELDOM = 0.01;

  private static final double PACKETS = 1000;
  private static final String AT_TAP =
      "{ model: %s, attach: br0 } }, ip: { address: 192.168.1.%d/24 } }";
  private static final String AT_USER =
      "{ model: %s, attach: user, user: { ping: root } } },"
          + " ip: { address: 10.0.2.15/24, gateway: 10.0.2.2 } }";

  /** Whether a case is such a one. */
  static boolean isOne(Fields fields) {
    return fields.has("backend") && fields.has("model");
  }

  static RegisterCase read(Fields fields) throws UnreadableCase, UnsupportedCase {
    String backend = fields.text("backend");
    if (!backend.equals("tap") && !backend.equals("user")) {
      throw new UnsupportedCase("no card is attached to '" + backend + "'");
    }
    String model = fields.text("model");
    Fields measured = fields.object("measured");
    return new RegisterCase(
        model.startsWith("virtio") ? "virtio" : model,
        backend.equals("tap"),
        model.contains("ioeventfd=off"),
        median(measured, "utx_register_accesses_per_packet"),
        median(measured, "urx_register_accesses_per_packet")
            / median(measured, "urx_irqs_per_packet"),
        median(measured, "far_ping_received"));
  }

  private static double median(Fields measured, String what) throws UnreadableCase {
    return measured.object(what).number("median");
  }

  private String card(int address) {
    return (atTap ? AT_TAP : AT_USER).formatted(model, address);
  }

  String scenario(String id) {
    String name = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String text =
        """
        name: %s
        about: A measured case, %s.
        duration: 3 s
        hosts:
          h1:
            cpu: { cores: 4, clock: 2.5 GHz }
            nics: { eth0: 1 Gbps }
            bridges: { br0: eth0 }
            hypervisor: 4 GiB
            ip: 192.168.1.1/24
          beyond: { ip: 192.168.1.2/24 }
        links: [ h1.eth0 -- beyond ]
        vms:
          web: { on: h1, memory: 1 GiB, nics: { eth0: %s
          pinging: { on: h1, memory: 1 GiB, nics: { eth0: %s
          hearing: { on: h1, memory: 1 GiB, nics: { eth0: %s
        workloads:
          s: { type: udp-stream, from: web, to: h1, every: 1 ms, size: 1000 B, start: 2 s, for: 1 s }
          far: { type: ping, from: pinging, to: beyond, count: 3, every: 100 ms }
          outside: { type: connect, from: h1, to: %s, port: 1 }
        """
            .formatted(name, id, card(3), card(4), card(5), atTap ? "192.168.1.4" : "10.0.2.15");
    String stream = "  r: { type: udp-stream, from: h1, to: hearing, every: 1 ms, size: 1000 B }\n";
    return atTap ? text + stream : text;
  }

  private double accesses(Readings run, String card) {
    double mapped = run.median(card + ".io-exits-by.mmio");
    return doorbells ? mapped + run.median(card + ".io-exits-by.kick") : mapped;
  }

  List<FigureCheck> figures(Readings run) {
    List<FigureCheck> checks = new ArrayList<>();
    checks.add(
        within("register accesses a packet sent", sent, accesses(run, "web.eth0") / PACKETS));
    if (atTap) {
      double interrupts = run.median("hearing.eth0.interrupts");
      checks.add(
          within(
              "register accesses an interrupt of packets received",
              received,
              accesses(run, "hearing.eth0") / interrupts));
    }
    checks.add(exactly("replies from beyond", pings, run.median("far.received")));
    checks.add(
        exactly("refused by the guest itself", atTap ? 1 : 0, run.median("outside.refused")));
    return checks;
  }

  private static FigureCheck within(String what, double measured, double simulated) {
    double off = Math.max(measured * SHARE, SELDOM);
    return new FigureCheck(
        "prediction: " + what, measured, measured - off, measured + off, simulated);
  }

  private static FigureCheck exactly(String what, double measured, double simulated) {
    return FigureCheck.near(0, what, new Recorded(measured, measured, measured), simulated);
  }
}
