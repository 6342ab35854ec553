package vdcsim.scenario.verify.memory;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.hypervisor.memory.overcommit.OvercommitSpec;
import vdcsim.hypervisor.memory.overcommit.ThresholdsSpec;
import vdcsim.hypervisor.memory.overcommit.tax.SamplingSpec;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;
import vdcsim.scenario.verify.published.Rows;

/** Over-committed memory: Waldspurger, OSDI 2002. */
final class OvercommitRows implements Rows {
  private static final double MIB = 1 << 20;
  private static final double PERCENT = 100;
  private static final double SECOND_MS = 1000;
  private static final Pattern WORKLOAD =
      Pattern.compile("esx-f5-([A-Z])-(\\d+)(\\w+)-(total|shared|reclaimed)(-pct)?");

  /** The memory of the guests of each workload of figure 5, in MiB: an input. */
  private static final Map<String, Integer> TOTAL_MIB = Map.of("A", 2048, "B", 1846, "C", 1658);

  private static final ThresholdsSpec THRESHOLDS = ThresholdsSpec.UNSAID;
  private static final SamplingSpec SAMPLING = SamplingSpec.UNSAID;

  @Override
  public Optional<Plan> plan(PublishedRow row) throws UnsupportedCase {
    Matcher workload = WORKLOAD.matcher(row.id());
    if (workload.matches()) {
      return Optional.of(workload(workload));
    }
    Optional<Plan> parameter = parameter(row.id()).map(Plan::parameter);
    return parameter.isPresent() ? parameter : run(row.id());
  }

  private static Optional<Double> parameter(String id) {
    return switch (id) {
      case "esx-tax" -> Optional.of(OvercommitSpec.UNSAID.tax().value() * PERCENT);
      case "esx-sample-pages" -> Optional.of((double) SAMPLING.pages());
      case "esx-sample-period" -> Optional.of(SAMPLING.period().toMillis() / SECOND_MS);
      case "esx-thr-high" -> Optional.of(THRESHOLDS.high().value() * PERCENT);
      case "esx-thr-soft" -> Optional.of(THRESHOLDS.soft().value() * PERCENT);
      case "esx-thr-hard" -> Optional.of(THRESHOLDS.hard().value() * PERCENT);
      case "esx-thr-low" -> Optional.of(THRESHOLDS.low().value() * PERCENT);
      default -> Optional.empty();
    };
  }

  private static Optional<Plan> run(String id) {
    return switch (id) {
      case "esx-share-limit" ->
          Optional.of(
              Plan.input(
                  OvercommitScenarios.identical(id, 10), r -> PERCENT * of(r, "shared-part")));
      case "esx-reclaim-limit" ->
          Optional.of(
              Plan.prediction(
                  OvercommitScenarios.identical(id, 10), r -> PERCENT * of(r, "saved-part")));
      case "esx-share-1vm" ->
          Optional.of(
              Plan.input(OvercommitScenarios.identical(id, 1), r -> of(r, "saved-pages") / MIB));
      case "esx-tput-share" ->
          Optional.of(
              Plan.prediction(
                  OvercommitScenarios.withAndWithoutSharing(id),
                  r -> change(r, "h2.memory.touch-rate", "h1.memory.touch-rate")));
      case "esx-balloon-128" -> Optional.of(balloon(id, 128));
      case "esx-balloon-224" -> Optional.of(balloon(id, 224));
      case "esx-tax0-alloc" ->
          Optional.of(
              Plan.prediction(
                  OvercommitScenarios.taxes(id),
                  r -> r.median("busy1.memory.mapped", "last") / MIB));
      case "esx-tax75-gain" ->
          Optional.of(
              Plan.prediction(
                  OvercommitScenarios.taxes(id), r -> change(r, "dbench1.rate", "dbench2.rate")));
      default -> Optional.empty();
    };
  }

  private static Plan balloon(String id, int mib) {
    return Plan.prediction(
        OvercommitScenarios.balloon(id, mib), r -> -change(r, "dbench2.rate", "dbench1.rate"));
  }

  /** In percent of the first. */
  private static double change(Readings readings, String first, String second) {
    return PERCENT * (readings.median(second) / readings.median(first) - 1);
  }

  private static double of(Readings readings, String metric) {
    return readings.median("h1.memory." + metric);
  }

  /** Guests of figure 5, of whose contents the paper says only how much they had in common. */
  private static Plan workload(Matcher what) throws UnsupportedCase {
    int total = TOTAL_MIB.getOrDefault(what.group(1), 0);
    if (what.group(4).equals("total")) {
      return Plan.parameter(total);
    }
    if (!what.group(3).equals("Linux") || total == 0) {
      throw new UnsupportedCase("the paper does not say what guests of " + what.group(3) + " hold");
    }
    String metric = what.group(4).equals("shared") ? "shared" : "saved";
    boolean percent = what.group(5) != null;
    return Plan.prediction(
        OvercommitScenarios.realGuests(what.group(1), Integer.parseInt(what.group(2)), total),
        r -> percent ? PERCENT * of(r, metric + "-part") : of(r, metric + "-pages") / MIB);
  }
}
