package vdcsim.hardware.ethernet;

import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * What a hub or bus shows of the medium that it is part of: {@code collisions} of stations with
 * each other, {@code throughput} in bits of frames that got through, without preamble and gap,
 * {@code utilisation}, the share of time that these frames take, preamble and gap included, and
 * {@code efficiency}, the same without the gap.
 *
 * <p>A bus also shows between which curves textbooks place the efficiency of many saturated
 * stations: {@code upper-curve} is 1/(1 + 3.44 a) and {@code lower-curve} 1/(1 + 6.44 a), where a
 * is the time along the cable over the mean time of a frame (Metcalfe and Boggs 1976, with 2e - 2
 * and 1 + 2e for contention).
 */
final class MediumMeter {
  private final Counter collisions;
  private final Counter frames;
  private final Counter bytes;

  /**
   * Instruments below {@code name}.
   *
   * @param propagationNs the time along a bus; zero for a hub, which has no length
   */
  MediumMeter(Metrics metrics, String name, long bitsPerSecond, double propagationNs) {
    this.collisions = metrics.counter(name + ".collisions", Unit.COUNT);
    this.frames = metrics.counter(name + ".frames", Unit.FRAMES);
    this.bytes = metrics.counter(name + ".bytes", Unit.BYTES);
    metrics.rate(name + ".throughput", Unit.BITS_PER_SECOND, () -> bytes.value() * 8.0);
    metrics.figure(
        name + ".utilisation",
        Unit.RATIO,
        () ->
            bits(Frame.PREAMBLE_BYTES + Frame.GAP_BYTES)
                * 1e9
                / bitsPerSecond
                / metrics.measuredNs());
    metrics.figure(
        name + ".efficiency",
        Unit.RATIO,
        () -> bits(Frame.PREAMBLE_BYTES) * 1e9 / bitsPerSecond / metrics.measuredNs());
    if (propagationNs > 0) {
      double propagationBits = propagationNs * bitsPerSecond / 1e9;
      curve(metrics, name + ".upper-curve", 3.44 * propagationBits);
      curve(metrics, name + ".lower-curve", 6.44 * propagationBits);
    }
  }

  /** 1 over 1 + {@code bits} against the mean frame; none where no frame got through. */
  private void curve(Metrics metrics, String metric, double bits) {
    metrics.figure(
        metric, Unit.RATIO, () -> 1 / (1 + bits * frames.value() / bits(Frame.PREAMBLE_BYTES)));
  }

  private double bits(int overheadBytes) {
    return (bytes.value() + frames.value() * overheadBytes) * 8.0;
  }

  void collided() {
    collisions.increment();
  }

  void carried(Frame frame) {
    frames.increment();
    bytes.add(frame.length());
  }
}
