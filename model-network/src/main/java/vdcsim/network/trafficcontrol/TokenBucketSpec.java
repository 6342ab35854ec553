package vdcsim.network.trafficcontrol;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a shaper, as Linux's token bucket filter. */
@Doc("A shaper: frames wait until their bytes are in a bucket that fills at a rate.")
public record TokenBucketSpec(
    @Key(
            value = "The rate at which the bucket fills; header and payload of frames count.",
            example = "10 Mbps")
        DataRate rate,
    @Key(value = "The bucket: how many bytes may pass at once.", example = "16 kB") DataSize burst,
    @Key(value = "How many bytes may wait; give this or 'latency'.", example = "64 kB")
        Optional<DataSize> limit,
    @Key(
            value = "How long a frame may wait at most; give this or 'limit'.",
            source = "tc-tbf, latency: the limit is the rate times this, and the burst",
            example = "50 ms")
        Optional<Duration> latency) {

  public TokenBucketSpec {
    if (rate.bitsPerSecond() == 0) {
      throw new Refusal("rate", "a rate must be more than 0");
    }
    if (burst.bytes() == 0) {
      throw new Refusal("burst", "a burst must be more than 0 B");
    }
    if (limit.isPresent() == latency.isPresent()) {
      throw new Refusal("", "a shaper needs either 'limit', as '64 kB', or 'latency', as '50 ms'");
    }
  }

  long limitBytes() {
    return limit
        .map(DataSize::bytes)
        .orElseGet(
            () ->
                burst.bytes()
                    + Math.round(
                        rate.bitsPerSecond() / 8.0 * latency.orElseThrow().toNanos() / 1e9));
  }
}
