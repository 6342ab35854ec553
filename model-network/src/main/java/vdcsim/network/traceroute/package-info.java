/**
 * The workload {@code traceroute}: which routers stand on the way to a host, and how far off each
 * is.
 *
 * <h2>Modelled</h2>
 *
 * Probes with a time to live that rises from one: datagrams to ports from 33434 on that nobody
 * uses, or echo requests; one after the other. What routers tell (time exceeded), what the
 * destination tells (port unreachable, echo reply), what else is told (unreachable), and silence.
 * Since every datagram has a port of its own, equal-cost ways show beside each other, as they do in
 * the original.
 *
 * <h2>Left out</h2>
 *
 * Several probes at a time; probes of TCP; the adaptive wait of newer versions.
 *
 * <h2>Source</h2>
 *
 * The manual of traceroute (V. Jacobson, LBL 1988); RFC 792 (the errors); RFC 1393, 2, which tells
 * how it works.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {trace: {type: traceroute, from: h1, to: h2}}}; library scenario {@code
 * traceroute}.
 */
package vdcsim.network.traceroute;
