package vdcsim.network.ping;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a host that pings another. */
@Doc("Echo requests from one host to another, as the command ping sends them.")
public record PingSpec(
    @Key(value = "Who asks.", example = "h1", names = "hosts") String from,
    @Key(value = "Who is asked: a host, or an IPv4 address.", example = "h2") String to,
    @Key(
            value = "Between two requests.",
            fallback = "1 s",
            source = "ping (iputils), option -i",
            example = "100 ms")
        Duration every,
    @Key(value = "How many requests; without it until the end.", example = "10")
        Optional<Integer> count,
    @Key(value = "When the first request is sent.", fallback = "0 s") Duration start,
    @Key(
            value = "Bytes of data in a request.",
            fallback = "56 B",
            source = "ping (iputils), option -s")
        DataSize size,
    @Key(
            value = "A request without an answer for so long is lost.",
            fallback = "10 s",
            source = "ping (iputils), option -W, where no answer has come yet")
        Duration timeout) {

  /** What fits into an Ethernet frame of 1500 bytes behind the headers of IP and ICMP. */
  private static final int LARGEST = 1472;

  public PingSpec {
    positive("every", every);
    positive("timeout", timeout);
    if (count.isPresent() && count.get() < 1) {
      throw new Refusal("count", "count must be at least 1, was " + count.get());
    }
    if (size.bytes() > LARGEST) {
      throw new Refusal(
          "size", "a request holds at most " + LARGEST + " B of data, was " + size.bytes() + " B");
    }
  }

  private static void positive(String key, Duration value) {
    if (value.isZero()) {
      throw new Refusal(key, key + " must be more than 0 s");
    }
  }
}
