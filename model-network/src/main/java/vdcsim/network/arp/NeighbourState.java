package vdcsim.network.arp;

/**
 * How sure a host is of a neighbour's hardware address (RFC 4861, 7.3.2, which Linux uses for ARP
 * as well).
 */
enum NeighbourState {
  /** It was asked for, and no answer has come yet; packets wait. */
  INCOMPLETE,
  /** It answered not long ago. */
  REACHABLE,
  /** Its answer is old, and nothing is sent to it. */
  STALE,
  /** Its answer is old, and packets are sent to it all the same, for a while. */
  DELAY,
  /** It is asked again, at its own address, while packets are sent to it. */
  PROBE,
  /** It did not answer. */
  FAILED
}
