/**
 * TCP at the level of segments, as Linux 6 does it.
 *
 * <h2>Modelled</h2>
 *
 * The whole state machine, with simultaneous opening and closing, half-closed connections,
 * TIME-WAIT, resets and ports that refuse; options for the segment size, window scaling, selective
 * acknowledgements and timestamps; sliding windows with probes of a closed one; retransmission by
 * time-out, by RACK and tail loss probes, or by NewReno where the other side does not acknowledge
 * selectively; proportional rate reduction, F-RTO, and reductions that are undone; delayed and
 * compressed acknowledgements, Nagle's algorithm, restart after idling, validation of the
 * congestion window; a receive buffer that tunes itself; keep-alives; errors that routers tell of,
 * with a shorter way's MTU.
 *
 * <h2>Left out</h2>
 *
 * Pacing; ECN; urgent data; Fast Open; authentication (RFC 2385, RFC 5925); segmentation offload,
 * and bursts that wait for it; a FIN-WAIT-2 that times out; time on a core.
 *
 * <h2>Source</h2>
 *
 * RFC 9293, 5681, 5682, 5961, 6298, 6582, 6675, 6937, 7323, 8985, 2018, 2883; Linux 6.x, {@code
 * net/ipv4/tcp_input.c}, {@code tcp_output.c}, {@code tcp_recovery.c}, {@code tcp_timer.c}.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {bulk: {type: tcp-stream, from: h1, to: h2, for: 10 s}}}; library scenario
 * {@code tcp-fairness}.
 */
package vdcsim.network.tcp;
