/**
 * The network stack of a machine: interfaces with addresses, a routing table, protocols above them.
 *
 * <h2>Modelled</h2>
 *
 * Sending and forwarding by the routing table, equal-cost ways by a hash of the flow; time to live;
 * fragmentation and reassembly; multicast groups; address resolution; static routes and gateways;
 * echo replies, redirects, and the errors of ICMP; interfaces that lose their carrier, or have no
 * address yet.
 *
 * <h2>Left out</h2>
 *
 * Several addresses of one card; policy routing; multicast forwarding. Time on a core.
 *
 * <h2>Source</h2>
 *
 * RFC 1122, 3.3 (hosts); RFC 1812, 5.2 (routers); RFC 815 (reassembly); RFC 1112, 6.4 (groups over
 * Ethernet); Linux (weak host model, flow hash, time-outs).
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {ip: {address: 10.0.0.1/24, gateway: 10.0.0.254}}}}; library scenario {@code
 * static-routing}.
 */
package vdcsim.network.stack;
