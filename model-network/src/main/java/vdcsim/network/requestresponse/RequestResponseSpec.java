package vdcsim.network.requestresponse;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.tcp.TcpSettings;
import vdcsim.network.tcp.congestion.Algorithm;

/** What a scenario says about requests. */
@Doc("Requests over TCP or UDP from one host to another, each of which is answered.")
public record RequestResponseSpec(
    @Key(value = "Who asks.", example = "h1", names = "hosts") String from,
    @Key(value = "Who answers.", example = "h2", names = "hosts") String to,
    @Key(
            value = "The length of a request.",
            fallback = "1 B",
            source = "netperf, TCP_RR",
            quantity = DataSize.class)
        Distribution request,
    @Key(
            value = "The length of a response.",
            fallback = "1 B",
            source = "netperf, TCP_RR",
            quantity = DataSize.class,
            example = "10 kB")
        Distribution response,
    @Key(value = "How many ask at the same time.", fallback = "1", source = "netperf, TCP_RR")
        int concurrency,
    @Key(
            value = "From a response to the next request.",
            fallback = "0 s",
            quantity = Duration.class,
            example = "exponential(mean: 1 ms)")
        Distribution think,
    @Key(value = "Which connections carry them.", fallback = "kept") Connections connections,
    @Key(value = "How the congestion window moves.", fallback = "cubic") Algorithm congestion,
    @Key(
            value = "Whether small segments go out at once (TCP_NODELAY).",
            fallback = "true",
            source = "servers and clients of HTTP set it")
        boolean noDelay,
    @Key(value = "When they start.", fallback = "0 s") Duration start,
    @Key(value = "How long they ask; without it until the end.", example = "10 s")
        Optional<Duration> for_,
    @Key(value = "How many requests in all; without it as many as there is time for.")
        Optional<Integer> count,
    @Key(
            value = "What carries them; over UDP each is one datagram, of 65507 bytes at most.",
            fallback = "tcp",
            source = "netperf, TCP_RR and UDP_RR")
        Protocol protocol,
    @Key(
            value = "How long one waits for a response over UDP before it sends its next request.",
            fallback = "1 s",
            source = "as long as one waits here after a connection was lost")
        Duration timeout,
    @Key(
            value = "Where it is asked, if not at its own address: who translates it, by name.",
            example = "gateway")
        Optional<String> via,
    @Key(value = "The port that answers; the first free one from 8000 on unless given.")
        Optional<Integer> port) {

  /** What carries requests. */
  public enum Protocol {
    @Doc("bytes of connections")
    TCP,
    @Doc("a datagram each way")
    UDP
  }

  /** Which connections carry requests. */
  public enum Connections {
    @Doc("each who asks keeps one connection for all its requests")
    KEPT,
    @Doc("a new connection for each request, which the client closes after the response")
    EACH
  }

  public RequestResponseSpec {
    if (concurrency < 1 || concurrency > 10_000) {
      throw new Refusal("concurrency", "from 1 to 10000 ask at a time, was " + concurrency);
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new Refusal("timeout", "timeout must be more than 0 s");
    }
    if (port.isPresent() && (port.get() < 1 || port.get() > 65_535)) {
      throw new Refusal("port", "a port lies from 1 to 65535, was " + port.get());
    }
    if (count.isPresent() && count.get() < 1) {
      throw new Refusal("count", "count must be at least 1, was " + count.get());
    }
  }

  TcpSettings settings() {
    return TcpSettings.DEFAULT.congestion(congestion).noDelay(noDelay);
  }
}
