/**
 * The rapid spanning tree protocol: the tree of {@code stp}, but bridges ask their neighbours
 * before a port forwards, instead of waiting.
 *
 * <h2>Modelled</h2>
 *
 * The state machines of IEEE 802.1D-2004, clause 17, by their names: Port Timers, Port Receive,
 * Port Protocol Migration, Bridge Detection, Port Transmit, Port Information, Port Role Selection,
 * Port Role Transitions, Port State Transition, Topology Change. Proposal and agreement, edge ports
 * set and found, point-to-point and shared LANs, alternate and backup ports, neighbours that speak
 * STP, root guard (as 802.1Q's restrictedRole), BPDU guard.
 *
 * <h2>Left out</h2>
 *
 * Forced operation as STP; several trees. States that are entered and left at once have no name:
 * what they do is done.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.1D-2004, clause 17; of IEEE 802.1Q-2018 the dispute (13.29.17) and the restricted role.
 *
 * <h2>Example</h2>
 *
 * {@code switches: {s[1..3]: {spanning-tree: rstp}}}.
 */
package vdcsim.network.rstp;
