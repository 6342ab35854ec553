package vdcsim.scenario.verify.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;

/** Rows of Clark et al. 2005, and what was derived from them. */
final class ClarkRows {
  private static final Pattern STOP_AND_COPY = Pattern.compile("clark-stopcopy-(\\d+)");
  private static final Pattern REPLAYED =
      Pattern.compile("clark-(spec|quake|mm|web)-(.+?)-?(\\d*)");
  private static final double MIB = 1 << 20;
  private static final double MEGA = 1e6;
  private static final double MILLI = 1e3;
  private static final String TABLE = "migration-rounds";
  private static final String NOT_SHOWN = "no run shows this figure";

  /** What the memory of a machine in a table of stop-and-copy holds. */
  private static final double STOPPED_BYTES = 512e6;

  /** What the link of the web server gives it before the migration. */
  private static final double WEB_MBPS = 870;

  /** The server's traffic, beside the migration, over the same link. */
  private static final String WEB_TRAFFIC =
      """
      workloads:
        web: { type: transfer, from: h1, to: h2, size: 20 GB, sample: 100 ms }
      """;

  private ClarkRows() {}

  static Optional<Plan> of(PublishedRow row) throws UnsupportedCase {
    Matcher stopped = STOP_AND_COPY.matcher(row.id());
    if (stopped.matches()) {
      return Optional.of(stopAndCopy(row, Double.parseDouble(stopped.group(1))));
    }
    if (row.id().equals("clark-min-rate")) {
      String text = ClarkReplay.SPECWEB.guest(row.id()).text();
      return Optional.of(Plan.input(text, r -> r.column(TABLE, "rate-Mbps").get(0)));
    }
    if (row.id().equals("clark-increment")) {
      String text = ClarkReplay.SPECWEB.guest(row.id()).text();
      return Optional.of(Plan.input(text, ClarkRows::increment));
    }
    Matcher replayed = REPLAYED.matcher(row.id());
    return replayed.matches()
        ? Optional.of(replayed(row, replayed.group(1), replayed.group(2), replayed.group(3)))
        : Optional.empty();
  }

  /** How much faster than pages were dirtied a round goes, where that exceeds the least rate. */
  private static double increment(Readings r) {
    List<Double> rates = r.column(TABLE, "rate-Mbps");
    int last = rates.size() - 2;
    return rates.get(last) - r.column(TABLE, "dirty-rate-Mbps").get(last - 1);
  }

  private static Plan stopAndCopy(PublishedRow row, double mbps) {
    String text =
        new MovingGuest(row.id())
            .link(mbps * MEGA)
            .memory(STOPPED_BYTES, "")
            .migrates("engine: stop-and-copy, activation: 0 s, stream: plain")
            .text();
    return Plan.prediction(text, r -> r.median("m.downtime") / (MILLI * MEGA));
  }

  private static Plan replayed(PublishedRow row, String which, String what, String number)
      throws UnsupportedCase {
    ClarkReplay replay =
        switch (which) {
          case "spec" -> ClarkReplay.SPECWEB;
          case "quake" -> ClarkReplay.QUAKE;
          case "mm" -> ClarkReplay.MMUNCHER;
          default -> ClarkReplay.WEB;
        };
    if (which.equals("web")) {
      return web(row, what, number, replay);
    }
    String text = replay.guest(row.id()).text();
    return switch (what) {
      case "r" ->
          which.equals("mm") && round(number) == 1 ? diabolical(row) : volume(text, round(number));
      case "d-dirty" -> {
        int round = round(number);
        yield Plan.input(text, r -> at(r, "dirty-rate-Mbps", round));
      }
      case "d-rate" -> {
        int round = round(number);
        yield Plan.prediction(text, r -> at(r, "rate-Mbps", round));
      }
      case "r1-time" -> Plan.prediction(text, r -> at(r, "time-s", 1));
      default -> whole(text, what, which, replay);
    };
  }

  /**
   * What the first round of MMuncher sends: half of a memory of 512 MB is written all the time, and
   * is left out. How fast is not printed: as in the last round, or any faster.
   */
  private static Plan diabolical(PublishedRow row) {
    String text =
        new MovingGuest(row.id())
            .link(ClarkReplay.MMUNCHER.lastMbps() * MEGA)
            .memory(512e6, ", dirty: { rate: 601 Mbps, working-set: 256 MB, pattern: sequential }")
            .migrates("engine: xen-2005, max-bandwidth: 500 Mbps, stream: plain")
            .text();
    return Plan.prediction(text, r -> at(r, "sent-MiB", 1) * MIB / MEGA);
  }

  private static int round(String number) throws UnsupportedCase {
    if (number.isEmpty()) {
      throw new UnsupportedCase(NOT_SHOWN);
    }
    return Integer.parseInt(number);
  }

  /** The first volume is memory that was sent; the others were used to derive the dirty rates. */
  private static Plan volume(String text, int round) {
    Plan.Figure figure = r -> at(r, "sent-MiB", round) * MIB / MEGA;
    return round == 1 ? Plan.input(text, figure) : Plan.calibration(text, figure);
  }

  private static double at(Readings r, String column, int round) {
    List<Double> values = r.column(TABLE, column);
    return round <= values.size() ? values.get(round - 1) : Double.NaN;
  }

  /** Quake's time to suspend was chosen by the time that its last copy took. */
  private static Plan downtime(String text, String which) {
    double unit = which.equals("mm") ? MILLI * MEGA : MEGA;
    Plan.Figure figure = r -> r.median("m.downtime") / unit;
    return which.equals("quake") ? Plan.calibration(text, figure) : Plan.prediction(text, figure);
  }

  private static Plan whole(String text, String what, String which, ClarkReplay replay)
      throws UnsupportedCase {
    return switch (what) {
      case "final-copy" -> Plan.calibration(text, ClarkRows::lastCopyMs);
      case "final-rate" -> Plan.input(text, ClarkRows::lastRate);
      case "max-rate" -> Plan.input(text, r -> replay.mostMbps());
      case "resume" -> Plan.input(text, r -> r.median("m.downtime-activation") / MEGA);
      case "downtime" -> downtime(text, which);
      case "total-bytes" -> Plan.prediction(text, r -> r.median("m.transferred") / MEGA);
      case "amplification" ->
          Plan.prediction(text, r -> r.median("m.transferred") / replay.memoryBytes());
      case "total-time", "d-total" ->
          Plan.prediction(text, r -> r.median("m.total-time") / (MILLI * MEGA));
      default -> throw new UnsupportedCase(NOT_SHOWN);
    };
  }

  private static double lastCopyMs(Readings r) {
    return (r.median("m.downtime-suspend") + r.median("m.downtime-last-copy")) / MEGA;
  }

  private static double lastRate(Readings r) {
    List<Double> sent = r.column(TABLE, "sent-MiB");
    double bits = sent.get(sent.size() - 1) * MIB * 8;
    return bits / (r.median("m.downtime-last-copy") / (MILLI * MEGA)) / MEGA;
  }

  private static Plan web(PublishedRow row, String what, String number, ClarkReplay replay)
      throws UnsupportedCase {
    String text = replay.guest(row.id()).link(WEB_MBPS * MEGA).text(WEB_TRAFFIC);
    return switch (what + number) {
      case "tput-before" -> Plan.input(text, r -> traffic(r, 0.2, 1));
      case "tput-precopy" -> Plan.prediction(text, r -> traffic(r, 1.2, 1 + at(r, "time-s", 1)));
      case "tput-late" -> Plan.prediction(text, ClarkRows::lateTraffic);
      case "mem" -> Plan.input(text, r -> replay.memoryBytes() / MEGA);
      case "round1-bytes" -> Plan.input(text, r -> at(r, "sent-MiB", 1) * MIB / MEGA);
      case "round1-time" -> Plan.prediction(text, r -> at(r, "time-s", 1));
      case "later-time" -> Plan.calibration(text, ClarkRows::laterSeconds);
      case "downtime" ->
          Plan.prediction(replay.guest(row.id()).text(), r -> r.median("m.downtime") / MEGA);
      default -> throw new UnsupportedCase(NOT_SHOWN);
    };
  }

  private static double traffic(Readings r, double fromS, double toS) {
    return r.meanBetween("web.throughput-course", fromS, toS) / MEGA;
  }

  private static double lateTraffic(Readings r) {
    double from = 1 + at(r, "time-s", 1);
    return traffic(r, from, from + laterSeconds(r));
  }

  private static double laterSeconds(Readings r) {
    List<Double> seconds = r.column(TABLE, "time-s");
    return seconds.subList(1, seconds.size()).stream().mapToDouble(Double::doubleValue).sum();
  }
}
