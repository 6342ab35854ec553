package vdcsim.hypervisor.cpu.guest;

import vdcsim.kernel.metric.Series;

/** Records how much slower a guest was since the last time than without a monitor. */
final class Sampler {
  private final Series series;
  private final long everyNs;
  private long lastNs;
  private long lastCycles;
  private long lastWithout;

  Sampler(Series series, long everyNs) {
    this.series = series;
    this.everyNs = everyNs;
  }

  void sample(long nowNs, long cycles, long without) {
    if (nowNs - lastNs >= everyNs && without > lastWithout) {
      series.record((double) (cycles - lastCycles) / (without - lastWithout));
      lastNs = nowNs;
      lastCycles = cycles;
      lastWithout = without;
    }
  }
}
