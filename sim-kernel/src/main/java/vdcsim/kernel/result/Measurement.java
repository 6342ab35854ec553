package vdcsim.kernel.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vdcsim.kernel.quantity.Unit;

/** What one metric showed in one run. */
public sealed interface Measurement {

  /** The metric's name, as {@code probe.round-trip-time}: first the component, then what it is. */
  String metric();

  /** What the values are counted in. */
  Unit unit();

  /**
   * One number of this measurement, by its name.
   *
   * @param name {@code value}, or for samples {@code mean}, {@code p99} and the like
   * @return empty when the measurement has no such number, or saw nothing
   */
  OptionalDouble statistic(String name);

  /** The numbers that a table shows, most telling first. */
  List<String> statistics();

  /** A single number: a count at the end, or a figure computed from counts. */
  record Scalar(String metric, Unit unit, double value) implements Measurement {
    @Override
    public OptionalDouble statistic(String name) {
      return name.equals("value") ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    @Override
    public List<String> statistics() {
      return List.of("value");
    }
  }

  /**
   * Many observations, as latencies.
   *
   * @param quantiles the distribution: rising values, each with the share of observations that do
   *     not exceed it; the last share is 1
   */
  record Sample(
      String metric,
      Unit unit,
      long count,
      double mean,
      double standardDeviation,
      double min,
      double max,
      List<Quantile> quantiles)
      implements Measurement {

    private static final List<String> NAMES =
        List.of("mean", "p50", "p90", "p95", "p99", "p99.9", "min", "max", "stddev", "count");

    public Sample {
      quantiles = List.copyOf(quantiles);
    }

    @Override
    public OptionalDouble statistic(String name) {
      if (name.equals("count")) {
        return OptionalDouble.of((double) count);
      }
      if (count == 0) {
        return OptionalDouble.empty();
      }
      return switch (name) {
        case "mean" -> OptionalDouble.of(mean);
        case "min" -> OptionalDouble.of(min);
        case "max" -> OptionalDouble.of(max);
        case "stddev" -> OptionalDouble.of(standardDeviation);
        default ->
            percentile(name).map(p -> OptionalDouble.of(at(p))).orElse(OptionalDouble.empty());
      };
    }

    private static Optional<Double> percentile(String name) {
      if (!name.matches("p\\d{1,2}(\\.\\d{1,3})?|p100")) {
        return Optional.empty();
      }
      return Optional.of(Double.parseDouble(name.substring(1)) / 100);
    }

    /** The smallest value that at least this share of the observations does not exceed. */
    private double at(double share) {
      for (Quantile quantile : quantiles) {
        if (quantile.share() >= share - 1e-12) {
          return quantile.value();
        }
      }
      return max;
    }

    @Override
    public List<String> statistics() {
      return NAMES;
    }
  }

  /** A value that holds for a time, as a queue's length: its mean is weighted by time. */
  record Level(String metric, Unit unit, double mean, double min, double max, double last)
      implements Measurement {
    @Override
    public OptionalDouble statistic(String name) {
      return switch (name) {
        case "mean" -> OptionalDouble.of(mean);
        case "min" -> OptionalDouble.of(min);
        case "max" -> OptionalDouble.of(max);
        case "last" -> OptionalDouble.of(last);
        default -> OptionalDouble.empty();
      };
    }

    @Override
    public List<String> statistics() {
      return List.of("mean", "min", "max", "last");
    }
  }

  /** Values at instants, as throughput by the second. Times and values have the same length. */
  record Course(String metric, Unit unit, List<Long> timesNs, List<Double> values)
      implements Measurement {

    public Course {
      timesNs = List.copyOf(timesNs);
      values = List.copyOf(values);
      if (timesNs.size() != values.size()) {
        throw new IllegalArgumentException(
            metric + " has " + timesNs.size() + " times for " + values.size() + " values");
      }
    }

    @Override
    public OptionalDouble statistic(String name) {
      return name.equals("last") && !values.isEmpty()
          ? OptionalDouble.of(values.get(values.size() - 1))
          : OptionalDouble.empty();
    }

    @Override
    public List<String> statistics() {
      return List.of();
    }
  }

  /** The states that something went through: state {@code i} holds from time {@code i} on. */
  record States(String metric, List<Long> timesNs, List<String> states, long endNs)
      implements Measurement {

    public States {
      timesNs = List.copyOf(timesNs);
      states = List.copyOf(states);
      if (timesNs.size() != states.size()) {
        throw new IllegalArgumentException(
            metric + " has " + timesNs.size() + " times for " + states.size() + " states");
      }
    }

    @Override
    public Unit unit() {
      return Unit.NONE;
    }

    @Override
    public OptionalDouble statistic(String name) {
      return OptionalDouble.empty();
    }

    @Override
    public List<String> statistics() {
      return List.of();
    }
  }
}
