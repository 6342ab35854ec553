/**
 * Transfers as fluid flows: TCP-like senders that share the links of a network by max-min fairness.
 *
 * <h2>Modelled</h2>
 *
 * <p>Shares: weighted max-min fairness with caps over both directions of every cable ({@link
 * vdcsim.kernel.fluid}); a hub or bus is one resource for all. Framing is exact: a transfer takes
 * the bytes that its segments take on the wire, preamble, gap, headers, tags and the short last one
 * included (1538 for 1448 of data with an mtu of 1500 and TCP's timestamps).
 *
 * <p>Way: a transfer begins with an exchange of packets, an echo request and its reply, in the
 * place of SYN and SYN-ACK; they fill the caches and tables of all machines on the way as real ones
 * do, and are sent again after 1, 2, 4, ... seconds. Then the transfer asks the same state as
 * packets: routing table, equal-cost hash, ARP cache, address tables, spanning tree, VLANs,
 * carrier, in both directions. Where an address is not in a table, the frame would be flooded; the
 * branch that reaches the station counts. Asking changes no table.
 *
 * <p>Change: when any of the state that was asked changes, the transfer looks for its way anew at
 * the end of that instant. Another way: it goes on there at once (a reroute). None: it stalls,
 * counted with the reason, and sends a packet again after a retransmission time-out that doubles
 * from 200 ms and the round-trip time to 120 s, as TCP; only when such a packet is answered it goes
 * on, and it is given up after 15.
 *
 * <p>Ends: the last byte arrives later than it is sent by the propagation and the store-and-forward
 * of the way.
 *
 * <p>Start-up, unless it is {@code instant}: a window of 10 segments each round-trip time, which
 * doubles, until the share or the receive window is less (RFC 5681, 3.1; RFC 6928). After a stall
 * it begins with one segment. Receive window: at most so much each round-trip time. Bias: weights
 * by a power of 1/RTT.
 *
 * <p>Frames on the same lines: those of a line together are one more flow on it, with what they
 * took in the last 10 ms; where flows go, frames go at the rate that flows leave. A hub or bus is
 * left out.
 *
 * <p>While the sending machine stands still, so do its transfers, and no time-out runs. When it
 * goes on, they send a probe after two round trips and two milliseconds, and go on with its answer.
 *
 * <h2>Left out</h2>
 *
 * Queues, and so queueing delay and loss; acknowledgements on the way back (3 % of what goes
 * forth); collisions; the overshoot of slow start and recovery from loss, so that shares are fair
 * at once; the copies of flooded frames; what a relay learns from a flow's frames once it runs;
 * packet loss by bit errors. The mtu of the first way holds for the whole transfer.
 *
 * <h2>Source</h2>
 *
 * D. Bertsekas, R. Gallager: Data Networks, 1992, 6.5.2 (max-min fairness); L. Massoulié, J.
 * Roberts: Bandwidth sharing, INFOCOM 1999 (what TCP shares resemble); RFC 6298 and Linux
 * (time-outs); RFC 6928 (first window); RFC 7323 (timestamps).
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {copy: {type: transfer, from: h1, to: h2, size: 1 GB}}}; library scenario
 * {@code flows-max-min}.
 */
package vdcsim.network.flow;
