/**
 * OSPF version 2: routers tell each other of their links, and each computes the shortest paths.
 *
 * <h2>Modelled</h2>
 *
 * Interfaces and neighbours with their state machines; election of designated routers; exchange of
 * databases with master and slave, requests, flooding with immediate and delayed confirmation,
 * retransmission; ages, refreshing and flushing; LSAs of types 1 to 5 and 7; areas (stub, totally
 * stubby, not so stubby), ranges, virtual links, redistribution, default routes; shortest paths,
 * held back while changes go on; routes of equal cost. Point-to-point and broadcast networks. Where
 * FRRouting 8.4 leaves the RFC, as FRRouting does it: own LSAs are not held back (MinLSInterval),
 * ways to the outside follow a second after those inside.
 *
 * <h2>Left out</h2>
 *
 * Non-broadcast and point-to-multipoint networks, demand circuits, authentication, opaque LSAs,
 * graceful restart, more than one route by type of service. Time for computing.
 *
 * <h2>Source</h2>
 *
 * RFC 2328 (9 interfaces, 10 neighbours, 12 LSAs, 13 flooding, 14 ages, 15 virtual links); RFC 3101
 * (not-so-stubby areas); FRRouting 8.4.4, ospfd (timers, defaults).
 *
 * <h2>Example</h2>
 *
 * {@code routers: {r1: {interfaces: {eth0: 10.0.1.1/24}, ospf: {interfaces: {eth0: 0}}}}}; library
 * scenario {@code ospf-failover}.
 */
package vdcsim.network.ospf;
