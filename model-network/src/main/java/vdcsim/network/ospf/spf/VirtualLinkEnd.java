package vdcsim.network.ospf.spf;

import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * A virtual link that can be used: its far end is reached through the transit area (RFC 2328, 16.1,
 * step 4).
 *
 * @param cost of the way through the area, which is the link's
 * @param own the address of the interface over which the way begins, which is the link's own
 * @param peerAddress the far end's address, at the end of the way
 * @param hop how the way begins, marked as virtual
 */
public record VirtualLinkEnd(
    AreaId transitArea,
    RouterId peer,
    int cost,
    Ipv4Address own,
    Ipv4Address peerAddress,
    Hop hop) {}
