/**
 * Congestion control of TCP: how large the window is that a connection may have on its way.
 *
 * <h2>Modelled</h2>
 *
 * Slow start, congestion avoidance and the reduction after a loss of NewReno and of CUBIC, the
 * latter in the whole numbers of Linux, with fast convergence, the floor of standard TCP, and
 * HyStart by trains of acknowledgements and by delay; no growth while the application or the
 * receiver limits.
 *
 * <h2>Left out</h2>
 *
 * ECN; pacing; BBR and others.
 *
 * <h2>Source</h2>
 *
 * RFC 5681, RFC 6582, RFC 6928, RFC 9438; Ha and Rhee, Taming the elephants (2011); Linux 6.x,
 * {@code net/ipv4/tcp_cong.c} and {@code tcp_cubic.c}.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {bulk: {type: tcp-stream, from: h1, to: h2, congestion: cubic}}}; library
 * scenario {@code tcp-fairness}.
 */
package vdcsim.network.tcp.congestion;
