package vdcsim.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FamiliesTest {
  private static final int DRAWS = 5000;

  private final RandomStream random = new RandomStreams(7, 0).stream("test");

  static Stream<Arguments> members() {
    return Stream.of(
        Arguments.of("uniform", Map.of("min", 2.0, "max", 6.0), new UniformRealDistribution(2, 6)),
        Arguments.of("exponential", Map.of("mean", 5.0), new ExponentialDistribution(5)),
        Arguments.of(
            "normal", Map.of("mean", 100.0, "stddev", 10.0), new NormalDistribution(100, 10)),
        Arguments.of(
            "lognormal",
            Map.of("median", Math.exp(2), "sigma", 0.5),
            new LogNormalDistribution(2, 0.5)),
        Arguments.of("pareto", Map.of("min", 3.0, "shape", 12.0), new ParetoDistribution(3, 12)),
        Arguments.of("weibull", Map.of("scale", 8.0, "shape", 2.0), new WeibullDistribution(2, 8)),
        Arguments.of("gamma", Map.of("mean", 6.0, "shape", 3.0), new GammaDistribution(3, 2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void drawsFollowCommonsMathsDistribution(
      String family, Map<String, Double> values, RealDistribution expected) {
    Distribution distribution = make(family, values);
    Sampler sampler = distribution.sampler(random);
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> sampler.next());

    assertThat(distribution.mean()).isCloseTo(expected.getNumericalMean(), within(1e-9));
    double deviation = Math.sqrt(expected.getNumericalVariance());
    double mean = Arrays.stream(draws).average().orElseThrow();
    assertThat(mean)
        .isCloseTo(expected.getNumericalMean(), within(4 * deviation / Math.sqrt(DRAWS)));
    assertThat(new Variance().evaluate(draws))
        .isCloseTo(expected.getNumericalVariance(), within(0.25 * deviation * deviation));
    // The statistic exceeds 1.63 / sqrt(n) for one sample in a hundred.
    double distance = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(expected, draws);
    assertThat(distance).isLessThan(1.63 / Math.sqrt(DRAWS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("members")
  void aDrawInvertsTheDistributionAtOneUniformNumber(
      String family, Map<String, Double> values, RealDistribution expected) {
    RandomStream uniform = new RandomStreams(7, 0).stream("test");
    Sampler sampler = make(family, values).sampler(random);
    for (int i = 0; i < 100; i++) {
      double value = sampler.next();
      assertThat(expected.cumulativeProbability(value))
          .isCloseTo(uniform.nextDouble(), within(1e-6));
    }
  }

  @Test
  void aConstantIsAlwaysTheSame() {
    Distribution five = make("constant", Map.of("value", 5.0));
    assertThat(five.mean()).isEqualTo(5);
    assertThat(five.sampler(random).next()).isEqualTo(5);
    assertThat(five.sampler(random).nextLong()).isEqualTo(5);
  }

  @Test
  void theMeanOfANormalOneCutAtZeroIsThatOfWhatIsDrawn() {
    // max(0, X) of a standard normal X has the mean 1 / sqrt(2 pi) = 0.39894.
    Distribution cut = make("normal", Map.of("mean", 0.0, "stddev", 1.0));
    assertThat(cut.mean()).isCloseTo(0.398942, within(1e-6));
    Sampler sampler = cut.sampler(random);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      double value = sampler.next();
      assertThat(value).isNotNegative();
      sum += value;
    }
    assertThat(sum / DRAWS).isCloseTo(0.3989, within(0.04));
  }

  @Test
  void aParetoTailOfShapeOneHasNoMean() {
    assertThat(make("pareto", Map.of("min", 1.0, "shape", 1.0)).mean())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void wholeDrawsAreRoundedAndNotNegative() {
    assertThat(((Sampler) () -> 2.5).nextLong()).isEqualTo(3);
    assertThat(((Sampler) () -> -2.5).nextLong()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "exponential, mean, 0, exponential needs 'mean' to be more than 0",
    "exponential, mean, NaN, exponential needs a finite 'mean'",
    "gamma, shape, -1, gamma needs 'shape' to be more than 0",
    "weibull, scale, Infinity, weibull needs a finite 'scale'",
    "uniform, max, 0.5, uniform needs 'max' to be at least 'min'",
  })
  void aWrongParameterIsRefusedByName(String family, String name, double value, String message) {
    Map<String, Double> values = new HashMap<>();
    for (Family.Parameter parameter : Families.named(family).orElseThrow().parameters()) {
      values.put(parameter.name(), 1.0);
    }
    values.put(name, value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> make(family, values))
        .withMessageStartingWith(message);
  }

  @Test
  void aMissingParameterIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> make("exponential", Map.of()))
        .withMessage("exponential needs a finite 'mean' (the mean)");
  }

  private static Distribution make(String family, Map<String, Double> values) {
    return Families.named(family).orElseThrow().make(values);
  }
}
