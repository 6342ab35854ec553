package vdcsim.scenario.verify.io;

import java.util.List;
import java.util.Locale;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/**
 * How often a guest touches registers of its card for a packet, at 1000 packets a second.
 *
 * @param model the card, as QEMU names it
 * @param doorbells whether doorbells were counted, too: no event of the kernel stood behind them
 * @param accesses reads and writes for a packet that is sent
 */
record RegisterCase(String model, boolean doorbells, double accesses) {
  private static final double SHARE = 0.25;
  private static final double PACKETS = 1000;

  /** Whether a case is such a one. */
  static boolean isOne(Fields fields) {
    return fields.has("backend") && fields.has("model");
  }

  static RegisterCase read(Fields fields) throws UnreadableCase, UnsupportedCase {
    if (!fields.text("backend").equals("tap")) {
      throw new UnsupportedCase("cards that cost something are at a tap");
    }
    String model = fields.text("model");
    Fields measured = fields.object("measured");
    return new RegisterCase(
        model.startsWith("virtio") ? "virtio" : model,
        model.contains("ioeventfd=off"),
        measured.object("utx_register_accesses_per_packet").number("median"));
  }

  String scenario(String id) {
    return """
    name: %s
    about: A measured case, %s.
    duration: 1 s
    hosts:
      h1:
        cpu: { cores: 4, clock: 2.5 GHz }
        nics: { eth0: 1 Gbps }
        bridges: { br0: eth0 }
        hypervisor: 4 GiB
    vms:
      web: { on: h1, memory: 1 GiB, nics: { eth0: { model: %s } } }
    workloads:
      s: { type: udp-stream, from: web, to: h1, every: 1 ms, size: 1000 B }
    """
        .formatted(id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), id, model);
  }

  private static double count(Readings run, String kind) {
    return run.median(one -> Readings.value(one, "web.eth0.io-exits-by." + kind, "value"));
  }

  List<FigureCheck> figures(Readings run) {
    double simulated = (count(run, "mmio") + (doorbells ? count(run, "kick") : 0)) / PACKETS;
    double least = accesses * (1 - SHARE);
    return List.of(
        new FigureCheck(
            "prediction: register accesses a packet",
            accesses,
            least,
            accesses * (1 + SHARE),
            simulated));
  }
}
