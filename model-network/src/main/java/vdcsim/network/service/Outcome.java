package vdcsim.network.service;

import java.util.Locale;
import vdcsim.network.icmp.IcmpError;

/** What has come of an attempt. */
public enum Outcome {
  /** An answer. */
  OK,
  /** The port is not used. */
  REFUSED,
  /** The client's own port was in use. */
  PORT_IN_USE,
  /** Nothing, until the client gave up. */
  TIMEOUT,
  /** The connection was broken off. */
  RESET,
  /** The connection was closed without an answer. */
  CLOSED,
  /** No way leads there. */
  NETWORK_UNREACHABLE,
  /** The last router found nobody at the address. */
  HOST_UNREACHABLE,
  /** The host does not know the protocol. */
  PROTOCOL_UNREACHABLE,
  /** The host, or a filter on the way, does not take it. */
  PORT_UNREACHABLE,
  /** It is too long for a link, and must not be cut. */
  FRAGMENTATION_NEEDED,
  /** It has passed too many routers. */
  TIME_EXCEEDED;

  /** The words, as {@code network unreachable}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What an error of ICMP says. */
  static Outcome of(IcmpError.Kind kind) {
    return switch (kind) {
      case NETWORK_UNREACHABLE -> NETWORK_UNREACHABLE;
      case HOST_UNREACHABLE -> HOST_UNREACHABLE;
      case PROTOCOL_UNREACHABLE -> PROTOCOL_UNREACHABLE;
      case PORT_UNREACHABLE -> PORT_UNREACHABLE;
      case FRAGMENTATION_NEEDED -> FRAGMENTATION_NEEDED;
      case TIME_TO_LIVE_EXCEEDED, REASSEMBLY_TIME_EXCEEDED -> TIME_EXCEEDED;
      case REDIRECT -> throw new IllegalArgumentException("a redirect ends no attempt");
    };
  }
}
