package vdcsim.network.flow;

import java.util.Locale;

/** Why a flow has no way. */
public enum Obstacle {
  /** A machine on the way has no route to the destination. */
  NO_ROUTE,
  /** A route on the way throws packets away. */
  DISCARDED,
  /** The hardware address of the next station is not known, and it does not answer. */
  NO_NEIGHBOUR,
  /** A cable on the way has no carrier. */
  NO_CARRIER,
  /**
   * Frames end on the way: a blocked port, another VLAN, a stale address, a cable that loses all.
   */
  LOST,
  /** A port on the way does not carry packets of this length. */
  TOO_LONG,
  /** A machine on the way is no router. */
  NOT_FORWARDING,
  /** The routes lead round in a circle. */
  LOOP;

  /** Its name in metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
