package vdcsim.scenario.language.expect;

import java.util.List;
import java.util.regex.Pattern;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.spec.NearNames;

/** The numbers that a measurement gives, by name, whether or not anything was measured yet. */
final class Statistics {
  private static final Pattern PERCENTILE = Pattern.compile("p\\d{1,2}(\\.\\d{1,3})?|p100");

  private Statistics() {}

  static boolean known(Measurement measurement, String statistic) {
    return names(measurement).contains(statistic)
        || (measurement instanceof Measurement.Sample && PERCENTILE.matcher(statistic).matches());
  }

  /** A sentence's end: what was probably meant, or what there is. */
  static String hint(Measurement measurement, String statistic) {
    return NearNames.hint(statistic, names(measurement));
  }

  private static List<String> names(Measurement measurement) {
    return measurement instanceof Measurement.Course ? List.of("last") : measurement.statistics();
  }
}
