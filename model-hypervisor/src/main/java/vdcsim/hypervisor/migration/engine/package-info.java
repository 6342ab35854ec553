/**
 * What all ways of migration share: the stages, the stream of pages over the network, the account.
 *
 * <h2>Modelled</h2>
 *
 * The six stages of Clark et al.: pre-migration and reservation (memory at the destination),
 * copying while the machine runs, stop-and-copy, commitment and activation. The stream is a fluid
 * flow of {@link vdcsim.network.flow} with a cap that the engine moves; it contends with all other
 * flows. Pre-copy writes to a socket, whose buffer has room again when a third of it is free; what
 * lies in it has been sent for the hypervisor's clocks. If nothing gets through for too long, or a
 * host goes down, the machine stays at its source before the commitment; behind it, it runs at the
 * destination, or, with pages missing, stands still until it is recovered, or is lost with either
 * host. The parts of the downtime are told apart.
 *
 * <h2>Left out</h2>
 *
 * The load on processors; buffers of the receiver, which reads at once; a sender's buffer that is
 * smaller at first and grows with the window; the time to connect beyond one exchange of packets;
 * the propagation of the last byte.
 *
 * <h2>Source</h2>
 *
 * C. Clark et al.: Live Migration of Virtual Machines, NSDI 2005, figure 1; Linux,
 * include/net/sock.h (sk_stream_is_writeable).
 *
 * <h2>Example</h2>
 *
 * {@code events: [{at: 1 s, migrate: {vm: web, to: h2}}]}
 */
package vdcsim.hypervisor.migration.engine;
