/**
 * The workload {@code request-response}: clients that ask over TCP or UDP, and a server that
 * answers.
 *
 * <h2>Modelled</h2>
 *
 * Several that ask at a time, each one request after the other with a pause between; over a
 * connection that is kept, or over one for each request; over UDP a datagram each way, and a
 * response that is lost is waited for so long.
 *
 * <h2>Left out</h2>
 *
 * Time that the server works; requests that overtake each other; a pool of connections.
 *
 * <h2>Source</h2>
 *
 * The manual of netperf (TCP_RR, TCP_CRR, UDP_RR).
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {web: {type: request-response, from: h1, to: h2, response: 10 kB}}}; library
 * scenario {@code udp-beside-tcp}.
 */
package vdcsim.network.requestresponse;
