package vdcsim.network.udpstream;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.udp.Datagram;

/** What a scenario says about a stream of datagrams. */
@Doc("Datagrams of UDP from one host to another, at a pace of their own: nothing answers.")
public record UdpStreamSpec(
    @Key(value = "Who sends.", example = "h1", names = "hosts") String from,
    @Key(value = "Who receives.", example = "h2", names = "hosts") String to,
    @Key(value = "The rate of the data, headers apart; give this or 'every'.", example = "5 Mbps")
        Optional<DataRate> rate,
    @Key(value = "The mean time between two datagrams; give this or 'rate'.", example = "1 ms")
        Optional<Duration> every,
    @Key(
            value = "Bytes of data in a datagram.",
            fallback = "1470 B",
            source = "iperf: a full Ethernet frame")
        DataSize size,
    @Key(value = "How the datagrams follow each other.", fallback = "constant") Pattern pattern,
    @Key(value = "When it starts.", fallback = "0 s") Duration start,
    @Key(value = "How long it sends; without it until the end.", example = "10 s")
        Optional<Duration> for_,
    @Key(value = "Records the throughput over each span of this length.", example = "100 ms")
        Optional<Duration> sample) {

  /** How datagrams follow each other. */
  public enum Pattern {
    @Doc("at equal intervals")
    CONSTANT,
    @Doc("at random, independent of each other: intervals are exponential")
    POISSON
  }

  public UdpStreamSpec {
    if (rate.isPresent() == every.isPresent()) {
      throw new Refusal(
          "", "a stream of datagrams needs either 'rate', as '5 Mbps', or 'every', as '1 ms'");
    }
    if (rate.isPresent() && rate.get().bitsPerSecond() == 0) {
      throw new Refusal("rate", "rate must be more than 0");
    }
    if (size.bytes() < Numbered.LEAST_BYTES || size.bytes() > Datagram.MOST_BYTES) {
      throw new Refusal(
          "size",
          "a datagram holds %d to %d B, was %d B"
              .formatted(Numbered.LEAST_BYTES, Datagram.MOST_BYTES, size.bytes()));
    }
    positive("every", every);
    positive("sample", sample);
  }

  private static void positive(String key, Optional<Duration> value) {
    if (value.isPresent() && value.get().isZero()) {
      throw new Refusal(key, key + " must be more than 0 s");
    }
  }

  double meanIntervalNs() {
    return every
        .map(interval -> (double) interval.toNanos())
        .orElseGet(() -> size.bytes() * 8e9 / rate.orElseThrow().bitsPerSecond());
  }
}
