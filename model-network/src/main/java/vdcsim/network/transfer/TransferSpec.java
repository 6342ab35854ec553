package vdcsim.network.transfer;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.flow.FluidSpec;
import vdcsim.network.tcp.congestion.Algorithm;

/** What a scenario says about transfers from one host to another. */
@Doc("Data from one host to another, as a connection of TCP carries it.")
public record TransferSpec(
    @Key(value = "Who sends.", example = "h1", names = "hosts") String from,
    @Key(value = "Who receives: a host, or an IPv4 address.", example = "h2") String to,
    @Key(
            value = "How much data one transfer carries.",
            quantity = DataSize.class,
            example = "100 MB")
        Distribution size,
    @Key(value = "How many transfers.", fallback = "1", source = "one, unless more are asked for")
        int count,
    @Key(value = "When the first begins.", fallback = "0 s") Duration start,
    @Key(
            value = "From the beginning of one to that of the next; without it all begin at once.",
            quantity = Duration.class,
            example = "exponential(mean: 10 ms)")
        Optional<Distribution> arrivals,
    @Key(value = "The share of one transfer against others.", fallback = "1", source = "all alike")
        double weight,
    @Key(value = "The data rate that one transfer never exceeds.", example = "100 Mbps")
        Optional<DataRate> cap,
    @Key(value = "How finely it is simulated.", fallback = "flows", example = "packets")
        Level level,
    @Key(
            value = "How the congestion window moves, at the level of packets.",
            fallback = "cubic",
            source = "Linux, net.ipv4.tcp_congestion_control")
        Algorithm congestion,
    @Key("How a fluid flow stands for a connection of TCP.") Optional<FluidSpec> fluid,
    @Key(value = "Records the throughput over each span of this length.", example = "100 ms")
        Optional<Duration> sample) {

  public TransferSpec {
    checkCount(count);
    checkWeight(weight, level);
    checkSample(sample);
  }

  static void checkCount(int count) {
    if (count < 1) {
      throw new Refusal("count", "count must be at least 1, was " + count);
    }
  }

  static void checkWeight(double weight, Level level) {
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new Refusal("weight", "a weight must be more than 0, was " + weight);
    } else if (weight != 1 && level == Level.PACKETS) {
      throw new Refusal("weight", "connections of TCP have no weights; use 'level: flows'");
    }
  }

  static void checkSample(Optional<Duration> sample) {
    if (sample.isPresent() && sample.get().isZero()) {
      throw new Refusal("sample", "sample must be more than 0 s");
    }
  }

  Load load() {
    return new Load(
        size,
        start,
        arrivals,
        weight,
        cap,
        level,
        congestion,
        fluid.orElse(FluidSpec.PLAIN),
        sample);
  }
}
