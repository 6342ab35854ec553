package vdcsim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs once, so that none rots; nothing is said about its time. */
class BenchmarksRunTest {
  @ParameterizedTest
  @CsvSource({
    "HoldBenchmark, 4",
    "CancelBenchmark, 4",
    "LoopBenchmark, 2",
    "EntitiesBenchmark, 2",
    "RandomBenchmark, 5",
    "MetricBenchmark, 3",
    "SharingBenchmark, 3",
    "SwitchChainBenchmark, 1",
  })
  void everyMethodRunsOnce(String benchmark, int methods) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("\\." + benchmark + "\\.")
            .param("pending", "100")
            .param("switches", "4")
            .param("k", "4")
            .param("flows", "100")
            .param("increments", "bimodal")
            .param("cancelledPercent", "50")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(2))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    Collection<RunResult> results = new Runner(options.build()).run();
    assertThat(results).hasSize(methods);
  }
}
