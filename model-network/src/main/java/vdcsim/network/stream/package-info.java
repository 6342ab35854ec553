/**
 * The workload {@code frame-stream}: Ethernet frames at a pace of their own.
 *
 * <h2>Modelled</h2>
 *
 * Constant, Poisson and on-off arrivals; frame sizes by any distribution; a load as a share of the
 * line; VLAN tags of the sender; latency, throughput and loss at the receivers.
 *
 * <h2>Left out</h2>
 *
 * Any protocol above the frame: nothing is answered or sent again.
 *
 * <h2>Source</h2>
 *
 * RFC 2544, 9 and 26 (throughput, latency and frame loss of network devices).
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {stream: {type: frame-stream, from: h1, to: h2, load: 80 %}}}; library scenario
 * {@code queue-and-loss}.
 */
package vdcsim.network.stream;
