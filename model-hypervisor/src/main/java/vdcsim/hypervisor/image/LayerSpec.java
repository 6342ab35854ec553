package vdcsim.hypervisor.image;

import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about one image of a chain. */
@Doc("An image; what it does not hold is read from the one before it.")
@Shorthand("format")
public record LayerSpec(
    @Key(value = "Its format.", fallback = "raw") ImageFormat format,
    @Key(
            value = "Under qcow2, the share of its clusters that it holds from the beginning.",
            fallback = "0 %",
            example = "30 %")
        Ratio filled,
    @Key(
            value = "Under qcow2, the size of a cluster.",
            fallback = "64 KiB",
            source = "QEMU, docs/interop/qcow2.txt")
        DataSize cluster,
    @Key(
            value = "Under qcow2, the memory for its tables.",
            fallback = "1 MiB",
            source = "QEMU 2.x, docs/qcow2-cache.txt: enough for 8 GiB; 32 MiB from 3.1 on")
        DataSize cache) {
  /** A plain image of all. */
  public static final LayerSpec PLAIN =
      new LayerSpec(ImageFormat.RAW, new Ratio(0), new DataSize(64 << 10), new DataSize(1 << 20));

  public LayerSpec {
    if (filled.value() > 1) {
      throw new Refusal("filled", "an image is at most full");
    }
    if (Long.bitCount(cluster.bytes()) != 1 || cluster.bytes() < 512 || cluster.bytes() > 2 << 20) {
      throw new Refusal(
          "cluster", "a cluster is a power of two from 512 B to 2 MiB, was " + cluster.bytes());
    }
    if (cache.bytes() < cluster.bytes()) {
      throw new Refusal("cache", "the cache holds at least one table, which is a cluster");
    }
  }
}
