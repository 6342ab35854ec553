package vdcsim.report.reading;

import vdcsim.kernel.quantity.Unit;

/**
 * One number that a metric gives in each run.
 *
 * @param metric the metric's name
 * @param statistic which of its numbers, as {@code p99}; {@code value} for a single number; empty
 *     for a metric that is a course or a row of states
 * @param unit the unit of the number
 */
public record Reading(String metric, String statistic, Unit unit) {

  /** The name as a scenario writes it: the statistic is left out where a metric has only one. */
  public String name() {
    return statistic.isEmpty() || statistic.equals("value") ? metric : metric + "." + statistic;
  }
}
