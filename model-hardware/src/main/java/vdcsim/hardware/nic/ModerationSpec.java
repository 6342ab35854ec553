package vdcsim.hardware.nic;

import java.time.Duration;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about how often a card interrupts. */
@Doc("How often a queue of a card interrupts at most.")
@Shorthand("rate")
public record ModerationSpec(
    @Key(
            value = "The most interrupts in a second; where it adapts, the least of that most.",
            fallback = "20 kHz",
            source = "Dong et al., HPCA 2010, IV.D: the default of their driver",
            example = "2 kHz")
        Frequency rate,
    @Key(
            value =
                "Whether the rate follows the packets, so that the buffers of the program and of"
                    + " the driver just do not run over.",
            fallback = "false")
        boolean adaptive,
    @Key(
            value = "How often it is worked out anew where it adapts.",
            fallback = "1 s",
            source = "Dong et al., HPCA 2010, IV.D",
            example = "10 ms")
        Duration sample,
    @Key(
            value = "Packets that the program can buffer.",
            fallback = "64",
            source =
                "Dong et al., HPCA 2010, IV.D: 120 832 bytes of a socket, frames of 1500 bytes")
        int programBuffers,
    @Key(
            value = "Packets that the driver can buffer.",
            fallback = "1024",
            source = "Dong et al., HPCA 2010, IV.D")
        int driverBuffers) {
  /** What holds when a scenario says nothing. */
  public static final ModerationSpec DEFAULT =
      new ModerationSpec(new Frequency(20_000), false, Duration.ofSeconds(1), 64, 1024);

  private static final long NS_PER_SECOND = 1_000_000_000L;

  /** Dong et al. 2010, IV.D: the time that a hypervisor takes until a guest runs is redundancy. */
  private static final double REDUNDANCY = 1.2;

  public ModerationSpec {
    if (rate.hertz() < 1) {
      throw new Refusal("rate", "a rate of interrupts is at least 1 Hz");
    }
    if (sample.isZero()) {
      throw new Refusal("sample", "sample must be more than 0 s");
    }
    if (programBuffers < 1 || driverBuffers < 1) {
      throw new Refusal("", "there is at least 1 buffer");
    }
  }

  /** Never more than this many a second, whatever comes. */
  public static ModerationSpec fixed(long hertz) {
    return new ModerationSpec(new Frequency(hertz), false, Duration.ofSeconds(1), 64, 1024);
  }

  /** The least time between two interrupts while nothing is known of the packets. */
  long intervalNs() {
    return NS_PER_SECOND / rate.hertz();
  }

  /** The least time between two interrupts after so many packets in a sample. */
  long intervalNs(long packets) {
    double perSecond = packets * 1e9 / sample.toNanos();
    double wanted = perSecond * REDUNDANCY / Math.min(programBuffers, driverBuffers);
    return (long) (1e9 / Math.max(wanted, (double) rate.hertz()));
  }
}
