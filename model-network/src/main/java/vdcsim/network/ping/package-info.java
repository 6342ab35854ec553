/**
 * The workload {@code ping}: echo requests at a steady pace, and what became of them.
 *
 * <h2>Modelled</h2>
 *
 * Requests and replies as packets of ICMP, address resolution before the first; loss by a time-out;
 * the longest silence.
 *
 * <h2>Left out</h2>
 *
 * The replies of routers on the way. Adaptive and flooding pace.
 *
 * <h2>Source</h2>
 *
 * The manual of ping (iputils): interval, size, time-out.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {probe: {type: ping, from: h1, to: h2, every: 100 ms}}}; library scenario
 * {@code switch-learning}.
 */
package vdcsim.network.ping;
