/**
 * The routing table of a router, and how it finds the way to an address.
 *
 * <h2>Modelled</h2>
 *
 * Candidates by source with administrative distance and metric; the one in use; next hops over
 * interfaces and through gateways that other routes lead to; interfaces that come and go; longest
 * prefix match in a trie of four levels; equal-cost ways; blackholes; watching an address;
 * redistribution of routes in use from one source to another.
 *
 * <h2>Left out</h2>
 *
 * Several tables and rules (policy routing). Weights of next hops.
 *
 * <h2>Source</h2>
 *
 * RFC 1812, 5.2.4 (next hop determination); FRRouting, zebra (administrative distances, recursive
 * next hops); Srinivasan and Varghese 1999 (the trie).
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {ip: {address: 10.0.0.1/24, gateway: 10.0.0.254}}}}.
 */
package vdcsim.network.routing;
