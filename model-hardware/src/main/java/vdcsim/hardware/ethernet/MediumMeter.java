package vdcsim.hardware.ethernet;

import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * What a hub or bus shows of the medium that it is part of: {@code collisions} of stations with
 * each other, {@code throughput} in bits of frames that got through, without preamble and gap, and
 * {@code utilisation}, the share of time that these frames take, preamble and gap included.
 */
final class MediumMeter {
  private final Counter collisions;
  private final Counter frames;
  private final Counter bytes;

  MediumMeter(Metrics metrics, String name, long bitsPerSecond) {
    this.collisions = metrics.counter(name + ".collisions", Unit.COUNT);
    this.frames = metrics.counter(name + ".frames", Unit.FRAMES);
    this.bytes = metrics.counter(name + ".bytes", Unit.BYTES);
    metrics.rate(name + ".throughput", Unit.BITS_PER_SECOND, () -> bytes.value() * 8.0);
    metrics.figure(
        name + ".utilisation",
        Unit.RATIO,
        () -> bitsWithOverhead() * 1e9 / bitsPerSecond / metrics.measuredNs());
  }

  private double bitsWithOverhead() {
    return (bytes.value() + frames.value() * (Frame.PREAMBLE_BYTES + Frame.GAP_BYTES)) * 8.0;
  }

  void collided() {
    collisions.increment();
  }

  void carried(Frame frame) {
    frames.increment();
    bytes.add(frame.length());
  }
}
