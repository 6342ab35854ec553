package vdcsim.report.chart;

import java.util.List;
import java.util.Optional;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.report.reading.Reading;

/**
 * A chart that shall be made.
 *
 * @param kind its form, never {@link ChartRequest.Kind#AUTO}
 * @param title the heading; empty means that it is made from the metrics
 * @param readings what it shows, all of one unit
 * @param free whether nobody asked for a form, so that the data may choose the scale
 * @param x the path on the horizontal axis; empty means that the form decides
 */
record Wish(
    ChartRequest.Kind kind,
    String title,
    List<Reading> readings,
    boolean free,
    Optional<String> x,
    boolean logX,
    boolean logY) {

  static Wish of(ChartRequest.Kind kind, List<Reading> readings) {
    return new Wish(kind, "", readings, true, Optional.empty(), false, false);
  }
}
