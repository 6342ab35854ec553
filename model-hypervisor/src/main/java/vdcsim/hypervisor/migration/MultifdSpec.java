package vdcsim.hypervisor.migration;

import java.util.Optional;
import vdcsim.hypervisor.dirty.Memory;
import vdcsim.hypervisor.dirty.WireCost;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the connections of a migration. */
@Doc("Several connections, each with a thread of its own (QEMU's multifd).")
@Shorthand("channels")
public record MultifdSpec(
    @Key(
            value = "How many.",
            fallback = "2",
            source = "QEMU, migration/options.c: multifd-channels",
            example = "8")
        int channels,
    @Key(value = "The most that one thread can send; any unless given.", example = "16 Gbps")
        Optional<DataRate> threadRate,
    @Key(value = "How pages are compressed.", fallback = "none", example = "zstd")
        Compression compression,
    @Key(
            value = "How many times smaller pages become; without it, as the algorithm's corpus.",
            example = "1.5")
        Optional<Double> ratio) {
  private static final int MOST_CHANNELS = 255;

  public MultifdSpec {
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw new Refusal("channels", "channels must lie between 1 and 255, was " + channels);
    }
    if (ratio.isPresent() && !(ratio.get() >= 1)) {
      throw new Refusal("ratio", "pages become smaller by a factor of 1 or more, was " + ratio);
    }
  }

  private double shrunk() {
    return compression == Compression.NONE ? 1 : ratio.orElse(compression.ratio());
  }

  /** What pages take if they take {@code plain} as they are; those of zeros are not compressed. */
  WireCost cost(WireCost plain) {
    int header = plain.normalBytes() - Memory.PAGE_BYTES;
    long page = StrictMath.round(Memory.PAGE_BYTES / shrunk());
    return new WireCost(Math.toIntExact(page) + header, plain.zeroBytes());
  }

  /** What all threads together can send in a second. */
  double mostBytesPerSecond() {
    double sent = threadRate.map(r -> r.bitsPerSecond() / 8.0).orElse(Double.POSITIVE_INFINITY);
    return channels * Math.min(sent, compression.bytesPerSecond() / shrunk());
  }
}
