package vdcsim.scenario.verify.migration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A migration of Clark et al. 2005 that is replayed: the rates at which pages were dirtied in each
 * round are given, as they follow from the printed volumes and the rule; when rounds end, how fast
 * they go, when the machine stops and for how long is what the model says. What was written again
 * before its turn had come was left out of the printed volumes, and so is not in these rates: the
 * replay leaves nothing out once more.
 *
 * @param memoryBytes of the machine, as printed
 * @param firstBytes what the first round sends
 * @param dirtyMbps in each round
 * @param mostMbps the maximum rate of the rule
 * @param lastMbps at which the last copy goes
 * @param suspendMs until the devices stand still
 * @param resumeMs from the last byte to the first instruction
 */
record ClarkReplay(
    double memoryBytes,
    double firstBytes,
    List<Double> dirtyMbps,
    double mostMbps,
    double lastMbps,
    double suspendMs,
    double resumeMs) {

  /**
   * SPECweb99, figure 9. The maximum is not printed: between the last round that was sent and the
   * one that was not; the last copy's 18.2 MB took 201 ms.
   */
  static final ClarkReplay SPECWEB =
      new ClarkReplay(
          800e6,
          676.8e6,
          List.of(18.7, 30.8, 72.8, 104.7, 106.7, 133.3, 197.5, 294.4),
          300,
          724.4,
          0,
          9);

  /**
   * Quake 3, figure 11. Its last 0.148 MB took 20 ms, of which the link needs two: the others are
   * taken as the time to suspend.
   */
  static final ClarkReplay QUAKE =
      new ClarkReplay(
          64e6,
          56.3e6,
          List.of(36.2, 22.5, 34.8, 75.0, 93.8, 191.7, 221.5, 197.5, 61.9, 82.8),
          500,
          724.4,
          18.4,
          40);

  /** MMuncher, figure 12: the rates follow from the volumes as those of the others do. */
  static final ClarkReplay MMUNCHER =
      new ClarkReplay(512e6, 255.4e6, List.of(17.23, 263.6, 601.0), 500, 508.6, 0, 0);

  /**
   * The web server of section 6.2. Its later rounds are not printed: those of SPECweb99 are taken,
   * behind a first one that is chosen so that they last as long as they did.
   */
  static final ClarkReplay WEB =
      new ClarkReplay(
          800e6,
          776e6,
          List.of(8.57, 30.8, 72.8, 104.7, 106.7, 133.3, 197.5, 294.4),
          300,
          724.4,
          0,
          9);

  /** The scenario, with lines that follow it. */
  MovingGuest guest(String id) {
    String rates =
        dirtyMbps.stream()
            .map(rate -> String.format(Locale.ROOT, "%s Mbps", rate))
            .collect(Collectors.joining(", "));
    return new MovingGuest(id)
        .link(lastMbps * 1e6)
        .memory(
            firstBytes,
            ", dirty: { trace: [ %s ], working-set: %d B, pattern: sequential }",
            rates,
            StrictMath.round(0.95 * firstBytes))
        .migrates(
            "engine: xen-2005, skip-dirty: false, max-bandwidth: %s Mbps, suspend: %s ms,"
                + " activation: %s ms, stream: plain",
            mostMbps, suspendMs, resumeMs);
  }
}
