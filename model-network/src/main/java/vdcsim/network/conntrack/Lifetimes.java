package vdcsim.network.conntrack;

import java.time.Duration;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpMessage;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.tcp.TcpSegment;
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
    } else if (content instanceof TcpSegment segment) {
      TcpMachine.Step step =
          TcpMachine.step(TcpPhase.NONE, Direction.ORIGINAL, TcpFlag.of(segment.flags()));
      connection.enter(step.phase());
      return step.verdict() == TcpMachine.Verdict.GOOD ? Step.GOOD : Step.INVALID;
    }
    return Step.GOOD;
  }

  /** The first packet has left; the time begins to run. */
  void confirmed(Connection connection, long nowNs) {
    connection.expireAt(nowNs + lifetimeNs(connection, nowNs));
  }

  /** A further packet. */
  Step follow(Connection connection, Direction direction, Ipv4Content content, long nowNs) {
    if (content instanceof TcpSegment segment) {
      return tcp(connection, direction, TcpFlag.of(segment.flags()), nowNs);
    }
    if (content instanceof Datagram && isStream(connection, nowNs)) {
      connection.assure();
    }
    connection.expireAt(nowNs + lifetimeNs(connection, nowNs));
    return Step.GOOD;
  }

  private static boolean isStream(Connection connection, long nowNs) {
    return connection.isAnswered() && nowNs > connection.beganNs() + STREAM_NS;
  }

  private Step tcp(Connection connection, Direction direction, TcpFlag flag, long nowNs) {
    TcpPhase before = connection.phase();
    TcpMachine.Step step = TcpMachine.step(before, direction, flag);
    switch (step.verdict()) {
      case IGNORED -> {
        return Step.IGNORED;
      }
      case INVALID -> {
        return Step.INVALID;
      }
      case GOOD -> {}
    }
    if (step.phase() == TcpPhase.SYN_SENT && isOver(before)) {
      return Step.REOPENED;
    }
    connection.enter(step.phase());
    if (!connection.isAnswered() && flag == TcpFlag.RST) {
      return Step.OVER; // Nothing but a reset has come: there was no connection.
    }
    boolean open = before == TcpPhase.SYN_RECV || before == TcpPhase.ESTABLISHED;
    if (connection.isAnswered() && open && step.phase() == TcpPhase.ESTABLISHED) {
      connection.assure();
    }
    connection.expireAt(nowNs + lifetimeNs(connection, nowNs));
    return Step.GOOD;
  }

  private static boolean isOver(TcpPhase phase) {
    return phase == TcpPhase.TIME_WAIT || phase == TcpPhase.CLOSE;
  }

  private long lifetimeNs(Connection connection, long nowNs) {
    return switch (connection.tuple(Direction.ORIGINAL).protocol()) {
      case IcmpMessage.PROTOCOL -> icmpNs;
      case Datagram.PROTOCOL -> isStream(connection, nowNs) ? udpStreamNs : udpNs;
      case TcpSegment.PROTOCOL ->
          connection.phase() == TcpPhase.ESTABLISHED
              ? establishedNs
              : connection.phase().timeOutNs();
      default -> genericNs;
    };
  }
}
