package vdcsim.network.bgp.rib;

import vdcsim.network.bgp.message.PathAttributes;

/**
 * A way to a network: what a neighbour told, or what starts here.
 *
 * @param attributes as they are after the policy
 * @param weight how much this router prefers it
 * @param nextHop what is known of the way to its next hop
 * @param nextHopConnected whether the next hop must be on a network of the router's own
 */
public record Path(
    Kind kind,
    Peering peer,
    PathAttributes attributes,
    int weight,
    NextHop nextHop,
    boolean nextHopConnected) {

  /** The weight of what starts here (FRRouting and Cisco). */
  public static final int LOCAL_WEIGHT = 32768;

  /** The local preference of a path that carries none (FRRouting and Cisco). */
  public static final long DEFAULT_LOCAL_PREFERENCE = 100;

  /** Where a path comes from. */
  public enum Kind {
    /** A network that the configuration names. */
    NETWORK,
    /** Formed from more special routes. */
    AGGREGATE,
    /** From another protocol. */
    REDISTRIBUTED,
    /** From a neighbour. */
    LEARNED
  }

  /** Whether it starts here. */
  public boolean isLocal() {
    return kind != Kind.LEARNED;
  }

  /** Whether packets can go this way. */
  public boolean isValid() {
    return isLocal() || (nextHop.isReachable() && (!nextHopConnected || nextHop.isConnected()));
  }

  /** Its local preference, or the default. */
  public long localPreference() {
    return attributes.localPreference().orElse(DEFAULT_LOCAL_PREFERENCE);
  }

  /** How far the next hop is, in the terms of the interior protocol. */
  public long igpMetric() {
    return nextHop.metric();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }
}
