package vdcsim.network.tcpstream;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.tcp.TcpSettings;
import vdcsim.network.tcp.congestion.Algorithm;

/** What a scenario says about bulk data over TCP. */
@Doc("Bulk data over connections of TCP from one host to another, as fast as they go.")
public record TcpStreamSpec(
    @Key(value = "Who sends.", example = "h1", names = "hosts") String from,
    @Key(value = "Who receives.", example = "h2", names = "hosts") String to,
    @Key(value = "When it starts.", fallback = "0 s") Duration start,
    @Key(value = "How long it writes; without this and 'bytes' until the end.", example = "10 s")
        Optional<Duration> for_,
    @Key(value = "How much each connection carries.", example = "10 MB") Optional<DataSize> bytes,
    @Key(
            value = "How many connections at the same time.",
            fallback = "1",
            source = "iperf3, option -P")
        int connections,
    @Key(
            value = "How the congestion window moves.",
            fallback = "cubic",
            source = "Linux, net.ipv4.tcp_congestion_control")
        Algorithm congestion,
    @Key(
            value = "Whether small segments go out at once (TCP_NODELAY).",
            fallback = "false",
            source = "RFC 9293, 3.7.4: Nagle's algorithm by default")
        boolean noDelay,
    @Key(
            value = "Whether the receiver acknowledges selectively.",
            fallback = "true",
            source = "Linux, net.ipv4.tcp_sack")
        boolean sack,
    @Key(
            value =
                "A receive buffer of fixed size, as SO_RCVBUF asks for one, of which 208 KiB at"
                    + " most are given; it tunes itself otherwise.",
            example = "64 KiB")
        Optional<DataSize> receiveBuffer,
    @Key(
            value =
                "How far the send buffer may grow, which holds what is written and not"
                    + " acknowledged.",
            fallback = "4 MiB",
            source = "Linux, net.ipv4.tcp_wmem")
        DataSize sendBuffer,
    @Key(
            value = "Records goodput, congestion window and round trip at this interval.",
            example = "100 ms")
        Optional<Duration> sample) {

  public TcpStreamSpec {
    if (connections < 1 || connections > 10_000) {
      throw new Refusal("connections", "from 1 to 10000 connections, was " + connections);
    }
    if (for_.isPresent() && bytes.isPresent()) {
      throw new Refusal("", "a stream ends after 'for' or after 'bytes', not after both");
    }
    if (bytes.isPresent() && bytes.get().bytes() == 0) {
      throw new Refusal("bytes", "a stream carries at least 1 B");
    }
    if (sample.isPresent() && sample.get().isZero()) {
      throw new Refusal("sample", "sample must be more than 0 s");
    }
    positive("send-buffer", sendBuffer);
    receiveBuffer.ifPresent(size -> positive("receive-buffer", size));
  }

  private static void positive(String key, DataSize size) {
    if (size.bytes() < 1) {
      throw new Refusal(key, key + " must be more than 0 B");
    }
  }

  TcpSettings settings() {
    OptionalLong receive =
        receiveBuffer.map(size -> OptionalLong.of(size.bytes())).orElse(OptionalLong.empty());
    return TcpSettings.DEFAULT
        .congestion(congestion)
        .noDelay(noDelay)
        .offering(sack, true, true)
        .buffers(receive, sendBuffer.bytes());
  }
}
