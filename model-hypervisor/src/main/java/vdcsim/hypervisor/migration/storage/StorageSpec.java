package vdcsim.hypervisor.migration.storage;

import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about disks that move with a machine. */
@Doc("Disks that are not shared, and move with the machine.")
@Shorthand("size")
public record StorageSpec(
    @Key(value = "What of them is in use.", example = "20 GiB") DataSize size,
    @Key(
            value = "How fast the machine writes to them while it runs.",
            fallback = "0 bps",
            source = "a machine that reads alone",
            example = "80 Mbps")
        DataRate writes,
    @Key(value = "The most that copying takes; any unless given.", example = "500 Mbps")
        Optional<DataRate> maxBandwidth) {

  public StorageSpec {
    if (size.bytes() < 1) {
      throw new Refusal("size", "a disk that moves holds at least 1 B, was 0 B");
    }
  }

  double writtenPerSecond() {
    return writes.bitsPerSecond() / 8.0;
  }

  double mostPerSecond() {
    return maxBandwidth.map(r -> r.bitsPerSecond() / 8.0).orElse(Double.POSITIVE_INFINITY);
  }
}
