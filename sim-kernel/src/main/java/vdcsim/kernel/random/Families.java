package vdcsim.kernel.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The distributions that a scenario can name.
 *
 * <p>Draws invert the distribution function at a uniform number, one for each draw, so that runs
 * with common random numbers stay in step. The functions are StrictMath's or Commons Math's, both
 * of which give the same bits on every machine.
 */
public final class Families {
  /** Commons Math would seed a generator by the clock; its distributions are only inverted here. */
  private static final RandomGenerator NOT_SAMPLED = null;

  private static final List<Family> ALL =
      List.of(
          family(
              "constant",
              "always the same value",
              List.of(measured("value", "the value")),
              Families::constant),
          family(
              "uniform",
              "every value between two bounds alike",
              List.of(measured("min", "the lower bound"), measured("max", "the upper bound")),
              Families::uniform),
          family(
              "exponential",
              "times between independent happenings",
              List.of(measured("mean", "the mean")),
              Families::exponential),
          family(
              "normal",
              "the bell curve; what would be negative is drawn as zero",
              List.of(measured("mean", "the mean"), measured("stddev", "the standard deviation")),
              Families::normal),
          family(
              "lognormal",
              "products of many influences, as service times",
              List.of(
                  measured("median", "the median"),
                  pure("sigma", "the deviation of the logarithm")),
              Families::lognormal),
          family(
              "pareto",
              "a heavy tail, as file sizes",
              List.of(measured("min", "the least value"), pure("shape", "the tail's exponent")),
              Families::pareto),
          family(
              "weibull",
              "times to failure",
              List.of(measured("scale", "the scale"), pure("shape", "the shape; 1 is exponential")),
              Families::weibull),
          family(
              "gamma",
              "sums of exponential times; a whole shape is an Erlang distribution",
              List.of(measured("mean", "the mean"), pure("shape", "the shape; 1 is exponential")),
              Families::gamma));

  private Families() {}

  /** All families, the simplest first. */
  public static List<Family> all() {
    return ALL;
  }

  /** The family of this name. */
  public static Optional<Family> named(String name) {
    return ALL.stream().filter(family -> family.name().equals(name)).findFirst();
  }

  /** The distribution that always gives {@code value}. */
  public static Distribution constant(double value) {
    return new Drawn(value, random -> () -> value);
  }

  /** The exponential distribution of this mean. */
  public static Distribution exponential(double mean) {
    // 1 - u lies above 0, so that the logarithm is finite.
    return new Drawn(mean, random -> () -> -mean * StrictMath.log(1 - random.nextDouble()));
  }

  private static Distribution constant(Map<String, Double> values) {
    return constant(values.get("value"));
  }

  private static Distribution uniform(Map<String, Double> values) {
    double min = values.get("min");
    double max = values.get("max");
    if (max < min) {
      throw new IllegalArgumentException("uniform needs 'max' to be at least 'min'");
    }
    return new Drawn((min + max) / 2, random -> () -> min + (max - min) * random.nextDouble());
  }

  private static Distribution exponential(Map<String, Double> values) {
    return exponential(positive("exponential", values, "mean"));
  }

  private static Distribution normal(Map<String, Double> values) {
    double mean = values.get("mean");
    double stddev = positive("normal", values, "stddev");
    RealDistribution whole = new NormalDistribution(NOT_SAMPLED, mean, stddev);
    // The mean of max(0, X): what is cut off on the left counts as zero.
    double cut = mean * (1 - whole.cumulativeProbability(0)) + stddev * stddev * whole.density(0);
    return new Drawn(cut, random -> () -> Math.max(0, invert(whole, random)));
  }

  private static Distribution lognormal(Map<String, Double> values) {
    double median = positive("lognormal", values, "median");
    double sigma = positive("lognormal", values, "sigma");
    return inverted(new LogNormalDistribution(NOT_SAMPLED, StrictMath.log(median), sigma));
  }

  private static Distribution pareto(Map<String, Double> values) {
    return inverted(
        new ParetoDistribution(
            NOT_SAMPLED, positive("pareto", values, "min"), positive("pareto", values, "shape")));
  }

  private static Distribution weibull(Map<String, Double> values) {
    return inverted(
        new WeibullDistribution(
            NOT_SAMPLED,
            positive("weibull", values, "shape"),
            positive("weibull", values, "scale")));
  }

  private static Distribution gamma(Map<String, Double> values) {
    double shape = positive("gamma", values, "shape");
    return inverted(
        new GammaDistribution(NOT_SAMPLED, shape, positive("gamma", values, "mean") / shape));
  }

  private static Distribution inverted(RealDistribution distribution) {
    return new Drawn(distribution.getNumericalMean(), random -> () -> invert(distribution, random));
  }

  private static double invert(RealDistribution distribution, RandomStream random) {
    // nextDouble has 53 bits and may be 0, which would be minus infinity for a normal one.
    double share = Math.max(random.nextDouble(), 0x1p-54);
    return distribution.inverseCumulativeProbability(share);
  }

  private static double positive(String family, Map<String, Double> values, String name) {
    double value = values.get(name);
    if (value <= 0) {
      throw new IllegalArgumentException(
          family + " needs '" + name + "' to be more than 0, was " + value);
    }
    return value;
  }

  private static Family family(
      String name,
      String doc,
      List<Family.Parameter> parameters,
      Function<Map<String, Double>, Distribution> maker) {
    return new Family(name, doc, new ArrayList<>(parameters), maker);
  }

  private static Family.Parameter measured(String name, String doc) {
    return new Family.Parameter(name, false, doc);
  }

  private static Family.Parameter pure(String name, String doc) {
    return new Family.Parameter(name, true, doc);
  }

  private record Drawn(double mean, Function<RandomStream, Sampler> samplers)
      implements Distribution {
    @Override
    public Sampler sampler(RandomStream random) {
      return samplers.apply(random);
    }
  }
}
