package vdcsim.hypervisor.memory.overcommit;

import vdcsim.hypervisor.memory.overcommit.tax.ActiveEstimate;
import vdcsim.hypervisor.memory.overcommit.tax.SamplingSpec;
import vdcsim.kernel.random.RandomStream;

/** Watches random pages of a guest for a while, again and again. */
final class Sampler {
  private final GuestMap map;
  private final RandomStream random;
  private final ActiveEstimate estimate;
  private final double periodSeconds;
  private final int[] watched;
  private double endsAtSeconds;

  Sampler(SamplingSpec spec, GuestMap map, RandomStream random) {
    this.map = map;
    this.random = random;
    this.estimate = new ActiveEstimate(spec);
    this.periodSeconds = spec.period().toNanos() / 1e9;
    this.watched = new int[spec.pages()];
    begin(0);
  }

  /** The machine has run for so long; ends the sample and begins the next if it is time. */
  void advance(double ranSeconds) {
    if (ranSeconds >= endsAtSeconds) {
      estimate.sampled(part());
      for (int page : watched) {
        map.unwatch(page);
      }
      begin(ranSeconds);
    }
  }

  private void begin(double ranSeconds) {
    endsAtSeconds = ranSeconds + periodSeconds;
    map.startSample();
    for (int i = 0; i < watched.length; i++) {
      watched[i] = random.nextInt(map.pages());
      map.watch(watched[i]);
    }
  }

  private double part() {
    return (double) map.sampledTouched() / watched.length;
  }

  /** The part of its memory that the guest uses. */
  double active() {
    return estimate.fraction(part());
  }
}
