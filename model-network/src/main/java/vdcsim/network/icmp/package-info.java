/**
 * ICMP: how hosts ask whether another is there.
 *
 * <h2>Modelled</h2>
 *
 * Echo and echo reply, with their checksum.
 *
 * <h2>Left out</h2>
 *
 * Unreachable, time exceeded, redirect: they come with routers.
 *
 * <h2>Source</h2>
 *
 * RFC 792; RFC 1122, 3.2.2.6 (every host answers).
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {probe: {type: ping, from: h1, to: h2}}}; library scenario {@code
 * switch-learning}.
 */
package vdcsim.network.icmp;
