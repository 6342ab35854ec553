package vdcsim.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time of the whole process for each operation, garbage collection and compilation included:
 * unlike wall time it hardly depends on what else the machine does.
 */
public final class CpuTime implements InternalProfiler {
  private long startNs;

  @Override
  public String getDescription() {
    return "CPU time of the process for each operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    startNs = cpuNs();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    // A single shot counts as one operation, however large its batch is.
    int batch = benchmark.getMode() == Mode.SingleShotTime ? iteration.getBatchSize() : 1;
    double operations = (double) batch * result.getMetadata().getAllOps();
    double nsEach = (cpuNs() - startNs) / operations;
    return List.of(new ScalarResult("cpu", nsEach, "ns/op", AggregationPolicy.AVG));
  }

  private static long cpuNs() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
