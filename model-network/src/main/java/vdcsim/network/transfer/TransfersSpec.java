package vdcsim.network.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.network.flow.FluidSpec;
import vdcsim.network.tcp.congestion.Algorithm;

/** What a scenario says about transfers among many hosts. */
@Doc("Data among many hosts, by a pattern.")
public record TransfersSpec(
    @Key(value = "Who sends to whom.", example = "all-to-all") Pattern pattern,
    @Key(
            value = "The hosts, by names in which '*' stands for any text; all unless given.",
            example = "[h1, h2, h3]")
        List<String> among,
    @Key(
            value = "How many rounds of the pattern; of random pairs, how many transfers.",
            fallback = "1",
            source = "one, unless more are asked for")
        int count,
    @Key(
            value = "How much data one transfer carries.",
            quantity = DataSize.class,
            example = "pareto(min: 10 kB, shape: 1.5)")
        Distribution size,
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

  public TransfersSpec {
    among = List.copyOf(among);
    TransferSpec.checkCount(count);
    TransferSpec.checkWeight(weight, level);
    TransferSpec.checkSample(sample);
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
