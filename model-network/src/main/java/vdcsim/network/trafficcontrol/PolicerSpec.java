package vdcsim.network.trafficcontrol;

import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a policer. */
@Doc("A policer: frames whose bytes are not in a bucket that fills at a rate are dropped.")
public record PolicerSpec(
    @Key(
            value = "The rate at which the bucket fills; header and payload of frames count.",
            example = "10 Mbps")
        DataRate rate,
    @Key(value = "The bucket: how many bytes may pass at once.", example = "16 kB")
        DataSize burst) {

  public PolicerSpec {
    if (rate.bitsPerSecond() == 0) {
      throw new Refusal("rate", "a rate must be more than 0");
    }
    if (burst.bytes() == 0) {
      throw new Refusal("burst", "a burst must be more than 0 B");
    }
  }
}
