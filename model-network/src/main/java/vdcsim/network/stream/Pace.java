package vdcsim.network.stream;

import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.random.Sampler;

/** When a stream sends its frames: the time from each to the next. */
final class Pace {
  private final FrameStreamSpec.Arrivals arrivals;
  private final double meanNs;
  private final Sampler exponential;
  private final Sampler on;
  private final Sampler off;

  /** The part of a nanosecond that is owed, so that a constant pace is exact in the long run. */
  private double owedNs;

  private double onLeftNs;

  private Pace(
      FrameStreamSpec.Arrivals arrivals,
      double meanNs,
      Sampler exponential,
      Sampler on,
      Sampler off) {
    this.arrivals = arrivals;
    this.meanNs = meanNs;
    this.exponential = exponential;
    this.on = on;
    this.off = off;
    this.onLeftNs = on.next();
  }

  static Pace of(FrameStreamSpec spec, long bitsPerSecond, String name, RandomStreams random) {
    double frameBits = (spec.frameSize().mean() + Frame.PREAMBLE_BYTES + Frame.GAP_BYTES) * 8;
    double meanNs =
        spec.every()
            .map(every -> (double) every.toNanos())
            .orElseGet(() -> frameBits * 1e9 / bitsPerSecond / spec.load().orElseThrow().value());
    return new Pace(
        spec.arrivals(),
        meanNs,
        Families.exponential(meanNs).sampler(random.stream(name + ".interval")),
        spec.on().sampler(random.stream(name + ".on")),
        spec.off().sampler(random.stream(name + ".off")));
  }

  /** From the start to the first frame: none, but for random arrivals. */
  long firstNs() {
    return arrivals == FrameStreamSpec.Arrivals.POISSON ? exponential.nextLong() : 0;
  }

  /** From a frame to the next. */
  long nextNs() {
    double interval =
        switch (arrivals) {
          case CONSTANT -> meanNs;
          case POISSON -> exponential.next();
          case ON_OFF -> meanNs + silenceNs();
        };
    double due = interval + owedNs;
    long wholeNs = (long) due;
    owedNs = due - wholeNs;
    return wholeNs;
  }

  /** The silence before the next frame, if the time to send runs out before it. */
  private double silenceNs() {
    double silenceNs = 0;
    onLeftNs -= meanNs;
    while (onLeftNs < 0) {
      silenceNs += off.next();
      onLeftNs += Math.max(1, on.next());
    }
    return silenceNs;
  }
}
