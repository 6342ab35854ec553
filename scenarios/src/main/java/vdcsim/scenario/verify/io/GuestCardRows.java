package vdcsim.scenario.verify.io;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/** The rows about cards that a hypervisor models: packet rates of short packets, by Maffione. */
final class GuestCardRows implements Rows {
  private static final Pattern TRANSMIT =
      Pattern.compile("(e1000|virtio-net)-tx-(?:(orig|moder|moder-batch)-)?(\\d)v(?:-(irq|mmio))?");
  private static final Pattern RECEIVE =
      Pattern.compile("(e1000|virtio-net)-rx-(?:(orig|moder)-)?(\\d)v");

  /** What the cycles of the models were chosen by. */
  private static final List<String> INPUTS =
      List.of(
          "e1000-tx-orig-1v",
          "e1000-tx-moder-1v",
          "e1000-tx-moder-batch-1v",
          "virtio-net-tx-1v",
          "virtio-net-rx-1v");

  /** The least period of a throttle of 4000 interrupts a second (InterruptThrottleRate). */
  private static final String MODERATED = "moderation: 250 us";

  private static final double KILO = 1000;
  private static final double GIGA = 1e9;
  private static final double TX_SECONDS = 0.2;
  private static final int RX_STEPS = 11;
  private static final double RX_STEP = 1.15;
  private static final double RX_SECONDS = 0.3;
  private static final double ALL = 0.98;

  @Override
  public Optional<Plan> plan(PublishedRow row) throws UnsupportedCase {
    if (row.id().startsWith("e1000-pv")) {
      throw new UnsupportedCase("an e1000 that shares memory with its driver is not modelled");
    }
    if (row.id().equals("pv-intervm")) {
      return Optional.of(
          Plan.prediction(between(row.id()), run -> run.median("f.throughput") / GIGA));
    }
    if (row.id().equals("e1000-tx-mmio-per-pkt")) {
      String scenario = transmit(row.id(), "e1000", "orig", "1");
      return Optional.of(Plan.prediction(scenario, run -> mmio(run) / run.median("s.received")));
    }
    Matcher transmit = TRANSMIT.matcher(row.id());
    if (transmit.matches()) {
      return Optional.of(transmit(row.id(), transmit));
    }
    Matcher receive = RECEIVE.matcher(row.id());
    return receive.matches() ? Optional.of(receive(row, receive)) : Optional.empty();
  }

  private static double mmio(Readings run) {
    return run.median("web.eth0.io-exits-by.mmio");
  }

  private static Plan transmit(String id, Matcher row) {
    String driver = row.group(2) == null ? "orig" : row.group(2);
    String scenario = transmit(id, row.group(1), driver, row.group(3));
    String what = row.group(4) == null ? "" : row.group(4);
    Plan.Figure count =
        switch (what) {
          case "irq" -> run -> run.median("web.eth0.io-exits-by.interrupt");
          case "mmio" -> GuestCardRows::mmio;
          default -> run -> run.median("s.received");
        };
    return new Plan(
        Role.inputIf(INPUTS.contains(id)), scenario, run -> count.of(run) / TX_SECONDS / KILO);
  }

  /** A program that sends as fast as it can: the stream offers more than any card takes. */
  private static String transmit(String id, String model, String driver, String vcpus) {
    return testbed(id, model, driver, vcpus, "warm-up: 100 ms\nduration: 300 ms")
        + "  s: { type: udp-stream, from: web, to: h1, every: 4 us, size: 18 B }\n";
  }

  /** The greatest rate of those offered, one after the other, that a program receives. */
  private static Plan receive(PublishedRow row, Matcher id) {
    String driver = id.group(2) == null ? "orig" : id.group(2);
    String time = String.format(Locale.ROOT, "duration: %.1f s", RX_STEPS * RX_SECONDS + 0.1);
    StringBuilder text =
        new StringBuilder(testbed(row.id(), id.group(1), driver, id.group(3), time));
    double[] rates = new double[RX_STEPS];
    for (int i = 0; i < RX_STEPS; i++) {
      rates[i] = row.value() / 2 * StrictMath.pow(RX_STEP, i);
      text.append(
          String.format(
              Locale.ROOT,
              "  r%d: { type: udp-stream, from: h1, to: web, every: %d ns, size: 18 B, start: %.1f"
                  + " s, for: %.1f s }%n",
              i,
              Math.round(KILO * KILO / rates[i]),
              i * RX_SECONDS,
              RX_SECONDS));
    }
    return new Plan(
        Role.inputIf(INPUTS.contains(row.id())), text.toString(), run -> most(run, rates));
  }

  private static double most(Readings run, double[] rates) {
    double most = 0;
    for (int i = 0; i < rates.length; i++) {
      double share = run.median("r" + i + ".received") / run.median("r" + i + ".sent");
      most = share >= ALL ? Math.max(most, rates[i]) : Math.max(most, rates[i] * share);
    }
    return most;
  }

  /** Two guests of Xen on two Xeon 5500, as their virtual functions are held. */
  private static String between(String id) {
    return """
    name: %s
    about: A published figure, %s.
    warm-up: 20 ms
    duration: 60 ms
    types:
      guest:
        on: h1
        vcpus: 2
        memory: 512 MiB
        nics: { eth0: { model: xen, card: { platform: xen-hvm-accelerated, offload: false } } }
    hosts:
      h1:
        cpu: { sockets: 2, cores: 8, clock: 2.8 GHz, scheduler: credit }
        nics: { eth0: 1 Gbps }
        bridges: { br0: eth0 }
        hypervisor: 8 GiB
    vms:
      m[0..1]: { like: guest }
    workloads:
      f: { type: udp-stream, from: m0, to: m1, rate: 6 Gbps, size: 1472 B }
    """
        .formatted(id, id);
  }

  /** An i5-2450M: two cores of 2.5 GHz with two threads each; guest and host on one machine. */
  private static String testbed(String id, String model, String driver, String vcpus, String time) {
    String card =
        switch (driver) {
          case "moder" -> MODERATED;
          case "moder-batch" -> MODERATED + ", batching: true";
          default -> "ring: 256";
        };
    return """
    name: %s
    about: A published figure, %s.
    %s
    hosts:
      h1:
        cpu: { cores: 2, threads: { per-core: 2 }, clock: 2.5 GHz }
        nics: { eth0: 1 Gbps }
        bridges: { br0: eth0 }
        hypervisor: 4 GiB
    vms:
      web: { on: h1, vcpus: %s, memory: 1 GiB, nics: { eth0: { model: %s, card: { %s } } } }
    workloads:
    """
        .formatted(id.toLowerCase(Locale.ROOT), id, time, vcpus, model.replace("-net", ""), card);
  }
}
