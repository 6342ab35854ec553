package vdcsim.hardware.disk;

import java.time.Duration;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the mechanics of a hard disk. */
@Doc("The mechanics of a hard disk.")
public record MechanicsSpec(
    @Key(
            value = "Revolutions in a minute.",
            fallback = "7200",
            source = "Seagate, Barracuda ST1000DM003, data sheet")
        int rpm,
    @Key(
            value = "The time of a seek to a random place, on the average.",
            fallback = "8.5 ms",
            source = "Seagate, Barracuda ST1000DM003, product manual: read, average")
        Duration seek,
    @Key(
            value = "The time of a seek to the next track.",
            fallback = "1 ms",
            source = "Seagate, Barracuda ST1000DM003, product manual")
        Duration trackToTrack,
    @Key(
            value = "How fast data pass the head on the outermost track.",
            fallback = "1680 Mbps",
            source = "Seagate, Barracuda ST1000DM003, data sheet: 210 MB/s sustained, outer")
        DataRate rate,
    @Key(
            value = "The rate on the innermost track against that on the outermost.",
            fallback = "50 %",
            source = "the ratio of the radii of a 3.5 inch disk")
        Ratio inner,
    @Key(
            value = "How much it reads ahead into its buffer.",
            fallback = "2 MiB",
            source = "Seagate, Barracuda ST1000DM003: 64 MB of cache, in segments")
        DataSize readAhead,
    @Key(
            value = "What a command costs its controller.",
            fallback = "100 us",
            source = "Ruemmler and Wilkes, IEEE Computer 1994: controller overhead, order of")
        Duration command) {
  /** What holds when a scenario says nothing. */
  static final MechanicsSpec UNSAID =
      new MechanicsSpec(
          7200,
          Duration.ofNanos(8_500_000),
          Duration.ofMillis(1),
          DataRate.ofMegabits(1680),
          new Ratio(0.5),
          new DataSize(2 << 20),
          Duration.ofNanos(100_000));

  public MechanicsSpec {
    if (rpm < 1000 || rpm > 30_000) {
      throw new Refusal("rpm", "rpm must lie between 1000 and 30000, was " + rpm);
    }
    if (trackToTrack.compareTo(seek) > 0) {
      throw new Refusal(
          "seek", "a seek to a random place takes no less than one to the next track");
    }
    if (!(inner.value() > 0) || inner.value() > 1) {
      throw new Refusal("inner", "inner must be more than 0 % and at most 100 %");
    }
  }

  long revolutionNs() {
    return 60_000_000_000L / rpm;
  }
}
