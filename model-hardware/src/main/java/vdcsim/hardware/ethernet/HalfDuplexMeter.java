package vdcsim.hardware.ethernet;

import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;

/**
 * What a half-duplex port shows (IEEE 802.3-2018, 30.3.1.1): {@code collisions} of its attempts, of
 * these {@code late-collisions} past the first 512 bits; {@code deferred} frames, whose first
 * attempt had to wait for another station; {@code attempts} for each frame; {@code access-delay}
 * from when a frame was the first in line to the first bit of the attempt that got through; {@code
 * dropped-excessive-collisions} after 16 attempts; {@code runts} heard, fragments below 64 bytes.
 */
final class HalfDuplexMeter {
  private final Counter collisions;
  private final Counter late;
  private final Counter deferred;
  private final Counter excessive;
  private final Counter runts;
  private final Tally attempts;
  private final Tally accessDelay;

  HalfDuplexMeter(Metrics metrics, String port) {
    this.collisions = metrics.counter(port + ".collisions", Unit.COUNT);
    this.late = metrics.counter(port + ".late-collisions", Unit.COUNT);
    this.deferred = metrics.counter(port + ".deferred", Unit.FRAMES);
    this.excessive = metrics.counter(port + ".dropped-excessive-collisions", Unit.FRAMES);
    this.runts = metrics.counter(port + ".runts", Unit.COUNT);
    this.attempts = metrics.tally(port + ".attempts", Unit.COUNT);
    this.accessDelay = metrics.tally(port + ".access-delay", Unit.NANOSECONDS);
  }

  void collided(boolean isLate) {
    collisions.increment();
    if (isLate) {
      late.increment();
    }
  }

  void deferred() {
    deferred.increment();
  }

  void sent(int inAttempts, long delayNs) {
    attempts.record(inAttempts);
    accessDelay.record(delayNs);
  }

  void gaveUp(int afterAttempts) {
    attempts.record(afterAttempts);
    excessive.increment();
  }

  /** Frames that were given up since the start. */
  long givenUp() {
    return excessive.total();
  }

  void heardRunt() {
    runts.increment();
  }
}
