package vdcsim.network.bgp;

import vdcsim.network.bgp.session.State;
import vdcsim.network.ip.Ipv4Address;

/**
 * A session as it is now.
 *
 * @param prefixesReceived how many networks the neighbour has told that were taken
 * @param prefixesTold how many networks the neighbour has been told
 * @param lastReset why it ended the last time; empty if it never did
 */
public record SessionView(
    Ipv4Address neighbor,
    long remoteAs,
    State state,
    int prefixesReceived,
    int prefixesTold,
    String lastReset) {}
