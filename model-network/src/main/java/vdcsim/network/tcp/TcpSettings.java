package vdcsim.network.tcp;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.tcp.congestion.Algorithm;

/**
 * How one side of a connection behaves, as options of a socket on Linux.
 *
 * @param congestion how the congestion window moves
 * @param noDelay whether small segments go out at once (TCP_NODELAY; otherwise Nagle, RFC 9293,
 *     3.7.4)
 * @param offers what it offers when a connection opens
 * @param buffers how much may wait on either side
 * @param timeToLive of its packets (IP_TTL)
 * @param local where it speaks from
 * @param limits how long it waits
 */
public record TcpSettings(
    Algorithm congestion,
    boolean noDelay,
    Offers offers,
    Buffers buffers,
    int timeToLive,
    Local local,
    Limits limits) {
  /** Linux, the largest send buffer of net.ipv4.tcp_wmem. */
  private static final long SEND_BUFFER = 4L << 20;

  /** As Linux is set up out of the box. */
  public static final TcpSettings DEFAULT =
      new TcpSettings(
          Algorithm.CUBIC,
          false,
          new Offers(true, true, true),
          new Buffers(OptionalLong.empty(), SEND_BUFFER, true),
          Ipv4Packet.DEFAULT_TIME_TO_LIVE,
          new Local(Optional.empty(), OptionalInt.empty()),
          new Limits(Optional.empty(), Optional.empty(), true));

  /**
   * What is offered when a connection opens.
   *
   * @param sack whether selective acknowledgements are offered (net.ipv4.tcp_sack)
   * @param timestamps whether timestamps are offered (net.ipv4.tcp_timestamps)
   * @param windowScaling whether scaled windows are offered (net.ipv4.tcp_window_scaling)
   */
  public record Offers(boolean sack, boolean timestamps, boolean windowScaling) {}

  /**
   * How much may wait.
   *
   * @param receive a receive buffer of fixed size in bytes (SO_RCVBUF, as asked for); it tunes
   *     itself otherwise
   * @param send how many bytes may wait to be acknowledged before the application should stop, at
   *     most; the buffer grows up to it with the congestion window
   * @param halfWindow whether a segment takes at most half of the largest window that the other
   *     side has offered (Linux, {@code tcp_bound_to_half_wnd})
   */
  public record Buffers(OptionalLong receive, long send, boolean halfWindow) {
    public Buffers {
      if (send < 1 || receive.orElse(1) < 1) {
        throw new IllegalArgumentException("a buffer holds at least 1 byte");
      }
    }
  }

  /**
   * Where a side speaks from.
   *
   * @param address the address that it speaks from; the way decides otherwise
   * @param port the port that it speaks from; any free one otherwise
   */
  public record Local(Optional<Ipv4Address> address, OptionalInt port) {}

  /**
   * How long a side waits.
   *
   * @param user how long data may stay unacknowledged (RFC 5482); Linux's 15 retransmissions
   *     otherwise
   * @param keepAlive after how long a silence the other side is probed; never otherwise (RFC 9293,
   *     3.8.4)
   * @param delayAcknowledgements whether an acknowledgement may wait for data to go with, or for a
   *     second segment (RFC 9293, 3.8.6.3)
   */
  public record Limits(
      Optional<Duration> user, Optional<Duration> keepAlive, boolean delayAcknowledgements) {}

  public TcpSettings {
    if (timeToLive < 1 || timeToLive > 255) {
      throw new IllegalArgumentException("a time to live lies from 1 to 255, was " + timeToLive);
    }
  }

  /** The same with another congestion control. */
  public TcpSettings congestion(Algorithm other) {
    return new TcpSettings(other, noDelay, offers, buffers, timeToLive, local, limits);
  }

  /** The same with small segments going out at once, or held back. */
  public TcpSettings noDelay(boolean at) {
    return new TcpSettings(congestion, at, offers, buffers, timeToLive, local, limits);
  }

  /** The same with options offered or not: selective acknowledgements, timestamps, scaling. */
  public TcpSettings offering(boolean sack, boolean timestamps, boolean scaling) {
    Offers other = new Offers(sack, timestamps, scaling);
    return new TcpSettings(congestion, noDelay, other, buffers, timeToLive, local, limits);
  }

  /** The same with other buffers; the receive buffer tunes itself where none is given. */
  public TcpSettings buffers(OptionalLong receive, long send) {
    Buffers other = new Buffers(receive, send, buffers.halfWindow());
    return new TcpSettings(congestion, noDelay, offers, other, timeToLive, local, limits);
  }

  /** The same with segments as long as the way takes them, however small the other's window is. */
  public TcpSettings wholeSegments() {
    Buffers other = new Buffers(buffers.receive(), buffers.send(), false);
    return new TcpSettings(congestion, noDelay, offers, other, timeToLive, local, limits);
  }

  /** The same with packets that pass at most so many routers. */
  public TcpSettings timeToLive(int routers) {
    return new TcpSettings(congestion, noDelay, offers, buffers, routers, local, limits);
  }

  /** The same, spoken from an address of the machine, and from a port where one is given. */
  public TcpSettings from(Optional<Ipv4Address> address, OptionalInt port) {
    Local other = new Local(address, port);
    return new TcpSettings(congestion, noDelay, offers, buffers, timeToLive, other, limits);
  }

  /** The same with time limits: for data without an answer, and for silence. */
  public TcpSettings timeouts(Optional<Duration> user, Optional<Duration> keepAlive) {
    Limits other = new Limits(user, keepAlive, limits.delayAcknowledgements());
    return new TcpSettings(congestion, noDelay, offers, buffers, timeToLive, local, other);
  }

  /** The same with every segment acknowledged at once. */
  public TcpSettings acknowledgingAtOnce() {
    Limits other = new Limits(limits.user(), limits.keepAlive(), false);
    return new TcpSettings(congestion, noDelay, offers, buffers, timeToLive, local, other);
  }
}
