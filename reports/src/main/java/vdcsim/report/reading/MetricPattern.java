package vdcsim.report.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.kernel.result.Measurement;

/**
 * The name of one or many metrics, {@code *} for any text, perhaps with a statistic at the end.
 * Names and statistics both hold dots, so a pattern is first held against whole names, then against
 * names with a statistic.
 */
final class MetricPattern {
  private static final Pattern PERCENTILE = Pattern.compile("\\.(p\\d{1,2}(\\.\\d{1,3})?|p100)$");

  private final Pattern whole;
  private final Optional<String> percentile;

  MetricPattern(String text) {
    this.whole = glob(text);
    Matcher matcher = PERCENTILE.matcher(text);
    this.percentile = matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Pattern glob(String text) {
    StringBuilder expression = new StringBuilder();
    for (String part : text.split("\\*", -1)) {
      expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(expression.toString(), Pattern.DOTALL);
  }

  /** Whether it names the metric itself, with no statistic. */
  boolean names(Measurement measurement) {
    return whole.matcher(measurement.metric()).matches();
  }

  /** The statistics of the metric that it names; none where it names the metric itself. */
  List<String> statistics(Measurement measurement) {
    List<String> candidates = new ArrayList<>(measurement.statistics());
    percentile.filter(p -> !candidates.contains(p)).ifPresent(candidates::add);
    List<String> named = new ArrayList<>();
    for (String statistic : candidates) {
      boolean sample = measurement instanceof Measurement.Sample;
      boolean exists = sample || measurement.statistics().contains(statistic);
      if (exists && whole.matcher(measurement.metric() + "." + statistic).matches()) {
        named.add(statistic);
      }
    }
    return named;
  }
}
