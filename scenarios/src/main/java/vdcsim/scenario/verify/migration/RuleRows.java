package vdcsim.scenario.verify.migration;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;

/** Rows about rules: the closed form, defaults of QEMU and Xen, faults of post-copy, LightVM. */
final class RuleRows {
  private static final Pattern MODEL = Pattern.compile("model-\\w+-(rounds|total|time|downtime)");
  private static final Pattern RATES =
      Pattern.compile(
          "M=([\\d.]+) MiB R=([\\d.]+) MiB/s D=([\\d.]+) MiB/s, stop when V/R <= ([\\d.]+) s");
  private static final double MIB = 1 << 20;
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;
  private static final double PERCENT = 100;

  /** Writes faster than is sent, to so much that no limit is ever met. */
  private static final String NEVER = ", dirty: { rate: 2 Gbps, working-set: 128 MiB }";

  private static final String THROTTLED =
      "max-bandwidth: 50 Mbps, downtime-limit: 1 ms, auto-converge: true";

  private RuleRows() {}

  static Optional<Plan> of(PublishedRow row) throws UnsupportedCase {
    Matcher model = MODEL.matcher(row.id());
    if (model.matches()) {
      return Optional.of(closedForm(row, model.group(1)));
    }
    return switch (row.id()) {
      case "qemu-cpu-throttle-initial" -> Optional.of(throttle(row, all -> all.get(0)));
      case "qemu-cpu-throttle-increment" ->
          Optional.of(throttle(row, all -> all.get(1) - all.get(0)));
      case "qemu-max-cpu-throttle" -> Optional.of(throttle(row, Collections::max));
      case "xen-max-iter" -> Optional.of(libxlRounds(row));
      case "hines-faults", "hines-faults-best" -> Optional.of(faults(row));
      default -> {
        Optional<Plan> byDefault = Defaults.of(row);
        yield byDefault.isPresent() ? byDefault : lightVm(row);
      }
    };
  }

  private static Plan closedForm(PublishedRow row, String what) throws UnsupportedCase {
    Matcher rates = RATES.matcher(row.configuration());
    if (!rates.matches()) {
      throw new UnsupportedCase("its rates cannot be read");
    }
    double memory = Double.parseDouble(rates.group(1));
    double rate = Double.parseDouble(rates.group(2)) * 8 * MIB;
    double dirty = Double.parseDouble(rates.group(3)) * 8 * MIB;
    double limitMs = Double.parseDouble(rates.group(4)) * 1e3;
    String text =
        new MovingGuest(row.id())
            .lasts(3000)
            .link(rate)
            .memory(
                memory * MIB,
                // A sweep over all of the memory meets no page twice.
                ", dirty: { rate: %d bps, working-set: %d B, pattern: sequential }",
                StrictMath.round(dirty),
                StrictMath.round(memory * MIB))
            .migrates(
                "engine: constant-rate, max-bandwidth: %d bps, downtime-limit: %s ms,"
                    + " activation: 0 s, stream: plain",
                StrictMath.round(rate), limitMs)
            .text();
    return switch (what) {
      case "rounds" -> Plan.prediction(text, r -> r.median("m.rounds"));
      case "total" -> Plan.prediction(text, r -> r.median("m.transferred") / MIB);
      case "time" -> Plan.prediction(text, r -> r.median("m.total-time") / GIGA);
      default -> Plan.prediction(text, r -> r.median("m.downtime") / MEGA);
    };
  }

  /** What is taken from a guest's processors after so many increases, or more by the last one. */
  private static Plan throttle(PublishedRow row, ToDoubleFunction<List<Double>> shown) {
    String text =
        new MovingGuest(row.id()).lasts(600).memory(256 * MIB, NEVER).migrates(THROTTLED).text();
    return Plan.input(text, r -> shown.applyAsDouble(r.course("m.throttle-course")) * PERCENT);
  }

  private static Plan libxlRounds(PublishedRow row) {
    String text =
        new MovingGuest(row.id())
            .link(GIGA)
            .memory(256 * MIB, NEVER)
            .migrates("engine: libxl, max-bandwidth: 10 Gbps, stream: plain")
            .text();
    return Plan.input(text, r -> r.median("m.rounds"));
  }

  /** A guest that writes anywhere in its working set, at a quarter of the link's rate. */
  private static Plan faults(PublishedRow row) {
    double workingSet = 128 * MIB;
    String text =
        new MovingGuest(row.id())
            .link(GIGA)
            .memory(
                512 * MIB,
                ", dirty: { rate: 250 Mbps, working-set: %d B, exact: true }",
                StrictMath.round(workingSet))
            .migrates("engine: post-copy, max-bandwidth: 10 Gbps, prepaging: bubble")
            .text();
    return Plan.prediction(text, r -> r.median("m.page-faults") / (workingSet / 4096) * PERCENT);
  }

  /**
   * Manco et al. 2017: what it takes to save to a disk in memory and to restore from it is given; a
   * migration does both.
   */
  private static Optional<Plan> lightVm(PublishedRow row) {
    MovingGuest guest = new MovingGuest(row.id()).memory(3.6e6, "");
    String copy = "engine: stop-and-copy, suspend: 30 ms, activation: 20 ms, stream: plain";
    return switch (row.id()) {
      case "manco-lightvm-save" -> Optional.of(save(guest, 30));
      case "manco-xen-save" -> Optional.of(save(guest, 128));
      case "manco-lightvm-restore" -> Optional.of(restore(guest, 20));
      case "manco-xen-restore" -> Optional.of(restore(guest, 550));
      case "manco-lightvm-migrate" ->
          Optional.of(
              Plan.prediction(guest.migrates(copy).text(), r -> r.median("m.total-time") / MEGA));
      default -> Optional.empty();
    };
  }

  private static Plan save(MovingGuest guest, int overheadMs) {
    String text =
        guest.event(1, "save-vm: { vm: vm, rate: 80 Gbps, overhead: %d ms }", overheadMs).text();
    return Plan.input(text, r -> r.median("vm.save-time") / MEGA);
  }

  private static Plan restore(MovingGuest guest, int overheadMs) {
    String text =
        guest
            .event(1, "save-vm: vm")
            .event(5, "restore-vm: { vm: vm, rate: 80 Gbps, overhead: %d ms }", overheadMs)
            .text();
    return Plan.input(text, r -> r.median("vm.restore-time") / MEGA);
  }
}
