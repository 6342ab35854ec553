package vdcsim.network.bgp.session;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;

/**
 * How a session is set up.
 *
 * @param asn the speaker's own autonomous system
 * @param routerId its BGP identifier
 * @param remoteAs the neighbour's
 * @param remote the neighbour's address
 * @param local the address to speak from; the way decides otherwise
 * @param timeToLive how many routers its packets pass at most
 * @param holdTimeS how long the neighbour may be silent; 0 for ever
 * @param keepaliveS how often to say that the speaker is alive, unless a third of the hold time is
 *     less
 * @param connectRetryNs how long to wait for a connection
 */
public record SessionSettings(
    long asn,
    Ipv4Address routerId,
    long remoteAs,
    Ipv4Address remote,
    Optional<Ipv4Address> local,
    int timeToLive,
    int holdTimeS,
    int keepaliveS,
    long connectRetryNs) {}
