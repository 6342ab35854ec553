package vdcsim.network.conntrack;

import java.time.Duration;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpMessage;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.udp.Datagram;

/** What packets mean to their connection, by protocol, and how long it is remembered then. */
final class Lifetimes {
  /** A UDP connection that goes on for longer is a stream (nf_conntrack_proto_udp.c). */
  private static final long STREAM_NS = Duration.ofSeconds(2).toNanos();

  private final long udpNs;
  private final long udpStreamNs;
  private final long establishedNs;
  private final long icmpNs;
  private final long genericNs;

  Lifetimes(ConntrackSpec spec) {
    this.udpNs = spec.udp().toNanos();
    this.udpStreamNs = spec.udpStream().toNanos();
    this.establishedNs = spec.tcpEstablished().toNanos();
    this.icmpNs = spec.icmp().toNanos();
    this.genericNs = spec.generic().toNanos();
  }

  /** What a packet is to a connection. */
  enum Step {
    /** It belongs to it. */
    GOOD,
    /** It passes, and changes nothing. */
    IGNORED,
    /** It belongs to none. */
    INVALID,
    /** It belongs to it, and it is over with it. */
    OVER,
    /** The connection is over, and it begins another one. */
    REOPENED
  }

  /** The first packet. */
  Step begin(Connection connection, Ipv4Content content) {
    if (content instanceof Echo echo && echo.reply()) {
      return Step.INVALID;
    }
    return Step.GOOD;
  }

  /** The first packet has left; the time begins to run. */
  void confirmed(Connection connection, long nowNs) {
    connection.expireAt(nowNs + lifetimeNs(connection, nowNs));
  }

  /** A further packet. */
  Step follow(Connection connection, Direction direction, Ipv4Content content, long nowNs) {
    boolean stream = nowNs > connection.beganNs() + STREAM_NS;
    if (content instanceof Datagram && connection.isAnswered() && stream) {
      connection.assure();
    }
    connection.expireAt(nowNs + lifetimeNs(connection, nowNs));
    return Step.GOOD;
  }

  private long lifetimeNs(Connection connection, long nowNs) {
    return switch (connection.tuple(Direction.ORIGINAL).protocol()) {
      case IcmpMessage.PROTOCOL -> icmpNs;
      case Datagram.PROTOCOL ->
          connection.isAnswered() && nowNs > connection.beganNs() + STREAM_NS ? udpStreamNs : udpNs;
      default -> genericNs;
    };
  }
}
