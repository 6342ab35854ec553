package vdcsim.network.dhcp;

import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.network.ip.Ipv4Address;

/**
 * What a server knows of one of its addresses.
 *
 * @param client whose it is or was
 * @param untilNs until when that holds, from the start of the run
 */
record Binding(Ipv4Address address, MacAddress client, State state, long untilNs) {
  /** How it stands. */
  enum State {
    /** Offered, and kept for the client for a while. */
    OFFERED,
    /** Lent. */
    BOUND,
    /** Not lent: given back, or another server was chosen. */
    FREE,
    /** The client found another station with it; it rests. */
    DECLINED
  }

  /** Whether the client may not have it now. */
  boolean isTakenFrom(MacAddress other, long nowNs) {
    return untilNs > nowNs && (state == State.DECLINED || !client.equals(other));
  }

  /** How it stands now, in a word. */
  String label(long nowNs) {
    return switch (state) {
      case OFFERED -> untilNs > nowNs ? "offered" : "free";
      case BOUND -> untilNs > nowNs ? "bound" : "expired";
      case FREE -> "free";
      case DECLINED -> untilNs > nowNs ? "declined" : "free";
    };
  }
}
