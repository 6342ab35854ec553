package vdcsim.network.conntrack;

import java.time.Duration;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about how a machine tracks connections. */
@Doc("Connection tracking, which address translation and filters need: its table and time-outs.")
public record ConntrackSpec(
    @Key(
            value = "How many connections are known at most.",
            fallback = "262144",
            source = "Linux, nf_conntrack_max with 4 GiB of memory or more",
            example = "1000")
        int table,
    @Key(
            value = "How long a UDP connection without packets is remembered.",
            fallback = "30 s",
            source = "Linux, nf_conntrack_udp_timeout")
        Duration udp,
    @Key(
            value = "The same for one that has gone both ways for more than 2 s.",
            fallback = "120 s",
            source = "Linux, nf_conntrack_udp_timeout_stream")
        Duration udpStream,
    @Key(
            value = "How long an established connection of TCP without packets is remembered.",
            fallback = "5 d",
            source = "Linux, nf_conntrack_tcp_timeout_established",
            example = "2 h")
        Duration tcpEstablished,
    @Key(
            value = "How long an echo of ICMP is remembered.",
            fallback = "30 s",
            source = "Linux, nf_conntrack_icmp_timeout")
        Duration icmp,
    @Key(
            value = "How long packets of another protocol are remembered.",
            fallback = "600 s",
            source = "Linux, nf_conntrack_generic_timeout")
        Duration generic) {

  /** As Linux has it from the start. */
  public static final ConntrackSpec DEFAULT =
      new ConntrackSpec(
          262_144,
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          Duration.ofDays(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(600));

  public ConntrackSpec {
    if (table < 1) {
      throw new Refusal("table", "a table holds at least 1 connection, was " + table);
    }
    positive("udp", udp);
    positive("udp-stream", udpStream);
    positive("tcp-established", tcpEstablished);
    positive("icmp", icmp);
    positive("generic", generic);
  }

  private static void positive(String key, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new Refusal(key, key + " must be more than 0 s");
    }
  }
}
