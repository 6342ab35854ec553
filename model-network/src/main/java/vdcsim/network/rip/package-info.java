/**
 * RIP: routers tell their neighbours how many hops away each network is.
 *
 * <h2>Modelled</h2>
 *
 * Versions 1 and 2 on the wire; requests for the whole table or for networks; periodic updates with
 * jitter; triggered updates and the pause after them; timeout and garbage collection; split
 * horizon, with poisoned reverse or not at all; next hops other than the sender; networks without
 * masks; passive interfaces; metrics that an interface adds; several equal ways; a default route;
 * networks from other sources; interfaces that come and go.
 *
 * <h2>Left out</h2>
 *
 * Authentication (RFC 2453, 4.1; RFC 4822); neighbours named one by one; filters and route maps;
 * demand circuits (RFC 2091). A router that was switched off goes on with the table that is left
 * when all its interfaces are down.
 *
 * <h2>Source</h2>
 *
 * RFC 2453; RFC 1058; FRRouting 8.4, ripd, for what they leave open: jitter of whole seconds, the
 * second before an interface takes part, two seconds before the first update.
 *
 * <h2>Example</h2>
 *
 * {@code routers: {r1: {interfaces: {eth0: 10.0.0.1/24}, rip: {split-horizon: poison}}}}; library
 * scenario {@code rip-count-to-infinity}.
 */
package vdcsim.network.rip;
