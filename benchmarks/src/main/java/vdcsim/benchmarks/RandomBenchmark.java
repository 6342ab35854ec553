package vdcsim.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.random.Sampler;

/** One draw, and the making of one stream. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class RandomBenchmark {
  private final RandomStreams streams = new RandomStreams(1, 0);
  private final RandomStream stream = streams.stream("benchmark");
  private final Sampler exponential = Families.exponential(1e6).sampler(stream);
  private final Sampler lognormal =
      Families.named("lognormal")
          .orElseThrow()
          .make(Map.of("median", 1e6, "sigma", 0.5))
          .sampler(stream);
  private final ExponentialDistribution theirs = new ExponentialDistribution(1e6);

  @Benchmark
  public double uniform() {
    return stream.nextDouble();
  }

  @Benchmark
  public double exponential() {
    return exponential.next();
  }

  @Benchmark
  public double commonsMathExponential() {
    return theirs.sample();
  }

  @Benchmark
  public double lognormal() {
    return lognormal.next();
  }

  @Benchmark
  public RandomStream newStream() {
    return streams.stream("stream.interarrival");
  }
}
