/**
 * The workload {@code tcp-stream}: bulk data over TCP, as iperf sends it.
 *
 * <h2>Modelled</h2>
 *
 * One connection or several at a time, for a time, for an amount of data, or until the end; the
 * sender keeps its send buffer full, the receiver reads at once.
 *
 * <h2>Left out</h2>
 *
 * Time on the cores at either end; data in both directions.
 *
 * <h2>Source</h2>
 *
 * The manual of iperf; Jain, Chiu, Hawe: A quantitative measure of fairness (1984).
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {bulk: {type: tcp-stream, from: h1, to: h2, congestion: reno}}}; library
 * scenario {@code tcp-fairness}.
 */
package vdcsim.network.tcpstream;
