package vdcsim.hardware.pci;

import java.time.Duration;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the PCI Express link of a device. */
@Doc("A PCI Express link.")
public record PcieSpec(
    @Key(
            value = "Its generation, from 1 to 5: 2.5, 5, 8, 16 or 32 GT/s a lane.",
            fallback = "3",
            source = "PCI Express Base Specification 3.0, of 2010")
        int generation,
    @Key(value = "How many lanes it has.", fallback = "8", source = "Intel 82599, data sheet 1.2.1")
        int lanes,
    @Key(
            value = "The most bytes of data in a packet.",
            fallback = "256",
            source = "Neugebauer et al., SIGCOMM 2018, section 3")
        int maxPayload,
    @Key(
            value = "The most bytes that one read asks for.",
            fallback = "512",
            source = "Neugebauer et al., SIGCOMM 2018, section 3")
        int maxReadRequest,
    @Key(
            value = "From a read's arrival at the root complex to its first data.",
            fallback = "530 ns",
            source = "Neugebauer et al., SIGCOMM 2018, 6.1: 64 B in about 550 ns on Haswell")
        Duration readLatency,
    @Key(
            value = "From a write's arrival at the root complex until memory has it.",
            fallback = "265 ns",
            source = "Intel TCC tools 2021.3, data streams: half of that of a read")
        Duration writeLatency) {
  private static final int MOST_LANES = 32;

  public PcieSpec {
    if (generation < 1 || generation > 5) {
      throw new Refusal("generation", "generation must lie between 1 and 5, was " + generation);
    }
    if (Integer.bitCount(lanes) != 1 || lanes > MOST_LANES) {
      throw new Refusal("lanes", "lanes must be 1, 2, 4, 8, 16 or 32, were " + lanes);
    }
    size("max-payload", maxPayload);
    size("max-read-request", maxReadRequest);
  }

  private static void size(String key, int value) {
    if (Integer.bitCount(value) != 1 || value < 128 || value > 4096) {
      throw new Refusal(key, key + " must be a power of two from 128 to 4096, was " + value);
    }
  }

  /** What holds when a scenario says nothing. */
  public static PcieSpec of(int generation, int lanes) {
    return new PcieSpec(generation, lanes, 256, 512, Duration.ofNanos(530), Duration.ofNanos(265));
  }

  /** Bits that cross in a second in one direction, coding taken off, flow control not. */
  long bitsPerSecond() {
    long transfers = 2_500_000_000L << (generation - 1);
    if (generation >= 3) {
      // 8 GT/s in place of 10: the third generation doubled by its coding.
      transfers = 8_000_000_000L << (generation - 3);
      return transfers / 130 * 128 * lanes;
    }
    return transfers / 10 * 8 * lanes;
  }
}
