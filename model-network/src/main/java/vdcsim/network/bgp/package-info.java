/**
 * BGP 4: routers of autonomous systems tell each other which networks they reach, and over which
 * systems.
 *
 * <h2>Modelled</h2>
 *
 * RFC 4271 for IPv4 unicast with the behaviour of FRRouting 8.4.4: sessions over TCP with the state
 * machine and its timers, collisions, fast fall-over of directly connected external neighbours;
 * next hops that follow the routing table, third-party next hops, next-hop-self; the decision with
 * the step that decided; networks (announced whether or not there is a route), redistribution,
 * aggregates with or without AS set; route reflection (RFC 4456); communities (RFC 1997) with
 * no-export, no-advertise and local-as; AS numbers of four octets (RFC 6793); policies; the
 * interval between advertisements; multipath. As FRRouting's, a change waits 50 ms until the
 * decision looks at it, a new neighbour's first table 1 s and 50 ms for each neighbour, and the
 * interval between advertisements holds withdrawals back too.
 *
 * <h2>Left out</h2>
 *
 * TCP MD5 signatures (RFC 2385) and TTL security, confederations (RFC 5065), route refresh and
 * graceful restart, other address families, add-path, damping, limits on prefixes, default routes
 * that are originated for a neighbour, update groups (FRRouting sends a route back to its sender
 * where two neighbours share a group; here it never does), a copy of what policies denied.
 *
 * <h2>Source</h2>
 *
 * RFC 4271, 4456, 1997, 5492, 6793; FRRouting 8.4.4.
 *
 * <h2>Example</h2>
 *
 * {@code routers: {r1: {interfaces: {p1: 10.0.1.1/24}, bgp: {asn: 65001, networks: [10.20.1.0/24],
 * neighbors: [{address: 10.0.1.2, remote-as: 65002}]}}}}; library scenario {@code bgp-policies}.
 */
package vdcsim.network.bgp;
