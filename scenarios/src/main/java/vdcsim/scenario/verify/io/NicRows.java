package vdcsim.scenario.verify.io;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Role;
import vdcsim.scenario.verify.published.Rows;

/** The rows about network cards whose queues or functions are given to machines. */
final class NicRows implements Rows {
  private static final String HVM = "xen-hvm-accelerated";
  private static final double GIGA = 1e9;
  private static final double MEGA = 1e6;

  /** Seconds that a run with one machine measures. */
  private static final double SPAN = 0.07;

  private static final String EOI_RATE = "7.288 kHz";
  private static final String UDP = "type: udp-stream, rate: 960 Mbps, size: 1472 B";
  private static final String TCP = "type: tcp-stream";

  @Override
  public Optional<Plan> plan(PublishedRow row) {
    String id = row.id();
    String name = id.toLowerCase(Locale.ROOT);
    return switch (id) {
      case "sriov-line" -> ports(name);
      case "sriov-scale-hvm" -> growth(name, HVM);
      // A machine without exits for interrupts stands for a paravirtual one.
      case "sriov-scale-pvm" -> growth(name, "kvm-posted");
      case "sriov-udp-1g" -> one(name, "20 kHz", UDP, "f.throughput");
      case "sriov-tcp-1g" -> one(name, "20 kHz", TCP, "f.goodput");
      case "sriov-exit-total-orig" -> exits(name, "xen-hvm", true);
      case "sriov-exit-total-accel" -> exits(name, HVM, true);
      case "sriov-intervm" ->
          prediction(NicTestbed.pair(name), run -> run.median("f.throughput") / GIGA);
      case "vmdq-without", "vmdq2-without" -> sorted(name, 4, 0, 1500, "3 GHz", false);
      case "vmdq-with", "vmdq2-with" -> sorted(name, 4, 4, 1500, "3 GHz", false);
      case "vmdq-jumbo" -> sorted(name, 4, 4, 9000, "3 GHz", false);
      case "pv-single-10vm" -> sorted(name, 10, 0, 1500, "2.8 GHz", true);
      case "sriov-cpu-save-udp" -> saving(name, UDP, "2 kHz", ".cpu-share", "m");
      case "sriov-cpu-save-tcp" -> saving(name, TCP, "2 kHz", ".cpu-share", "m");
      // What a connection could have under way is not said: as much as Linux lets it by itself.
      case "sriov-tcp-1khz-drop" -> saving(name, TCP, "1 kHz", ".goodput", "f");
      default -> Optional.empty();
    };
  }

  private static Optional<Plan> prediction(String scenario, Plan.Figure figure) {
    return Optional.of(Plan.prediction(scenario, figure));
  }

  private static double sum(Readings readings, int from, int machines) {
    double sum = 0;
    for (int i = from; i < from + machines; i++) {
      sum += readings.median("s" + i + ".throughput");
    }
    return sum / GIGA;
  }

  private static Optional<Plan> ports(String name) {
    return prediction(NicTestbed.ports(name, HVM, List.of(10)), run -> sum(run, 10_000, 10));
  }

  /** Percent of one of 16 processors a machine, from 10 to 60 machines. */
  private static Optional<Plan> growth(String name, String platform) {
    return prediction(
        NicTestbed.ports(name, platform, List.of(10, 60)),
        run -> (run.median("h60.cpu-utilization") - run.median("h10.cpu-utilization")) * 1600 / 50);
  }

  private static Optional<Plan> one(String name, String rate, String load, String metric) {
    return prediction(
        NicTestbed.one(name, HVM, rate, load), readings -> readings.median(metric) / MEGA);
  }

  /** By how many percent the second of two machines has less than the first, at 20 kHz. */
  private static Optional<Plan> saving(
      String name, String load, String rate, String metric, String prefix) {
    return prediction(
        NicTestbed.rates(name, load, "20 kHz", rate),
        run -> 100 * (1 - run.median(prefix + "1" + metric) / run.median(prefix + "0" + metric)));
  }

  /** The rate of interrupts is that which the two rows imply. */
  private static Optional<Plan> exits(String name, String platform, boolean input) {
    return Optional.of(
        new Plan(
            Role.inputIf(input),
            NicTestbed.one(name, platform, EOI_RATE, UDP),
            readings -> readings.median("m0.eth0.io-exit-cycles") / SPAN));
  }

  private static Optional<Plan> sorted(
      String name, int machines, int queues, int mtu, String clock, boolean input) {
    return Optional.of(
        new Plan(
            Role.inputIf(input),
            NicTestbed.sorted(name, machines, queues, mtu, clock),
            readings -> sum(readings, 1, machines)));
  }
}
