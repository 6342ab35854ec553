/**
 * The workload {@code udp-stream}: datagrams at a pace of their own.
 *
 * <h2>Modelled</h2>
 *
 * Datagrams at equal or at random intervals, with a number and the time of sending in each; what is
 * lost, out of order, and how long each was on its way.
 *
 * <h2>Left out</h2>
 *
 * Sizes that vary; pauses (see {@code frame-stream}). Time on the cores at either end.
 *
 * <h2>Source</h2>
 *
 * The manual of iperf; RFC 768.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {voice: {type: udp-stream, from: h1, to: h2, rate: 64 kbps, size: 160 B}}};
 * library scenario {@code udp-beside-tcp}.
 */
package vdcsim.network.udpstream;
