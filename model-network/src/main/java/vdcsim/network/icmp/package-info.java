/**
 * ICMP: how hosts ask whether another is there.
 *
 * <h2>Modelled</h2>
 *
 * Echo and echo reply; destination unreachable, redirect and time exceeded with the head of the
 * packet that they are about.
 *
 * <h2>Left out</h2>
 *
 * Parameter problem, timestamps. Limits on the rate of errors.
 *
 * <h2>Source</h2>
 *
 * RFC 792; RFC 1191 (fragmentation needed); RFC 1122, 3.2.2.6 (every host answers).
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {probe: {type: ping, from: h1, to: h2}}}; library scenario {@code
 * switch-learning}.
 */
package vdcsim.network.icmp;
