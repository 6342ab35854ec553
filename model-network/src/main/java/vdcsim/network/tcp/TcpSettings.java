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
 * @param sack whether selective acknowledgements are offered (net.ipv4.tcp_sack)
 * @param timestamps whether timestamps are offered (net.ipv4.tcp_timestamps)
 * @param windowScaling whether scaled windows are offered (net.ipv4.tcp_window_scaling)
 * @param receiveBuffer a receive buffer of fixed size in bytes (SO_RCVBUF, as asked for); it tunes
 *     itself otherwise
 * @param sendBuffer how many bytes may wait to be acknowledged before the application should stop,
 *     at most; the buffer grows up to it with the congestion window
 * @param timeToLive of its packets (IP_TTL)
 * @param localAddress the address that it speaks from; the way decides otherwise
 * @param localPort the port that it speaks from; any free one otherwise
 * @param userTimeout how long data may stay unacknowledged (RFC 5482); Linux's 15 retransmissions
 *     otherwise
 * @param keepAlive after how long a silence the other side is probed; never otherwise (RFC 9293,
 *     3.8.4)
 */
public record TcpSettings(
    Algorithm congestion,
    boolean noDelay,
    boolean sack,
    boolean timestamps,
    boolean windowScaling,
    OptionalLong receiveBuffer,
    long sendBuffer,
    int timeToLive,
    Optional<Ipv4Address> localAddress,
    OptionalInt localPort,
    Optional<Duration> userTimeout,
    Optional<Duration> keepAlive) {
  /** Linux, the largest send buffer of net.ipv4.tcp_wmem. */
  private static final long SEND_BUFFER = 4L << 20;

  /** As Linux is set up out of the box. */
  public static final TcpSettings DEFAULT =
      new TcpSettings(
          Algorithm.CUBIC,
          false,
          true,
          true,
          true,
          OptionalLong.empty(),
          SEND_BUFFER,
          Ipv4Packet.DEFAULT_TIME_TO_LIVE,
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  public TcpSettings {
    if (sendBuffer < 1 || receiveBuffer.orElse(1) < 1) {
      throw new IllegalArgumentException("a buffer holds at least 1 byte");
    }
    if (timeToLive < 1 || timeToLive > 255) {
      throw new IllegalArgumentException("a time to live lies from 1 to 255, was " + timeToLive);
    }
  }

  /** The same with another congestion control. */
  public TcpSettings congestion(Algorithm other) {
    return new TcpSettings(
        other,
        noDelay,
        sack,
        timestamps,
        windowScaling,
        receiveBuffer,
        sendBuffer,
        timeToLive,
        localAddress,
        localPort,
        userTimeout,
        keepAlive);
  }

  /** The same with small segments going out at once, or held back. */
  public TcpSettings noDelay(boolean at) {
    return new TcpSettings(
        congestion,
        at,
        sack,
        timestamps,
        windowScaling,
        receiveBuffer,
        sendBuffer,
        timeToLive,
        localAddress,
        localPort,
        userTimeout,
        keepAlive);
  }

  /** The same with options offered or not: selective acknowledgements, timestamps, scaling. */
  public TcpSettings offering(boolean newSack, boolean newTimestamps, boolean newScaling) {
    return new TcpSettings(
        congestion,
        noDelay,
        newSack,
        newTimestamps,
        newScaling,
        receiveBuffer,
        sendBuffer,
        timeToLive,
        localAddress,
        localPort,
        userTimeout,
        keepAlive);
  }

  /** The same with other buffers; the receive buffer tunes itself where none is given. */
  public TcpSettings buffers(OptionalLong receive, long send) {
    return new TcpSettings(
        congestion,
        noDelay,
        sack,
        timestamps,
        windowScaling,
        receive,
        send,
        timeToLive,
        localAddress,
        localPort,
        userTimeout,
        keepAlive);
  }

  /** The same with packets that pass at most so many routers. */
  public TcpSettings timeToLive(int routers) {
    return new TcpSettings(
        congestion,
        noDelay,
        sack,
        timestamps,
        windowScaling,
        receiveBuffer,
        sendBuffer,
        routers,
        localAddress,
        localPort,
        userTimeout,
        keepAlive);
  }

  /** The same, spoken from an address of the machine, and from a port where one is given. */
  public TcpSettings from(Optional<Ipv4Address> address, OptionalInt port) {
    return new TcpSettings(
        congestion,
        noDelay,
        sack,
        timestamps,
        windowScaling,
        receiveBuffer,
        sendBuffer,
        timeToLive,
        address,
        port,
        userTimeout,
        keepAlive);
  }

  /** The same with time limits: for data without an answer, and for silence. */
  public TcpSettings timeouts(Optional<Duration> user, Optional<Duration> keep) {
    return new TcpSettings(
        congestion,
        noDelay,
        sack,
        timestamps,
        windowScaling,
        receiveBuffer,
        sendBuffer,
        timeToLive,
        localAddress,
        localPort,
        user,
        keep);
  }
}
