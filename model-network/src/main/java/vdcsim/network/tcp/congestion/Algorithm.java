package vdcsim.network.tcp.congestion;

import vdcsim.kernel.spec.Doc;

/** The congestion controls that there are. */
public enum Algorithm {
  /** NewReno. */
  @Doc("NewReno (RFC 5681, RFC 6582): half the window after a loss, then a segment a round trip")
  RENO,
  /** CUBIC. */
  @Doc("CUBIC (RFC 9438), as Linux does it by default: a cubic curve over time, with HyStart")
  CUBIC;

  /** A congestion control for a new connection. */
  public CongestionControl begin() {
    return switch (this) {
      case RENO -> new NewReno();
      case CUBIC -> new Cubic();
    };
  }
}
