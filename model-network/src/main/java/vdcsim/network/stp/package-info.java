/**
 * The spanning tree protocol: bridges elect a root, keep the ports on the cheapest ways to it, and
 * block the others.
 *
 * <h2>Modelled</h2>
 *
 * The whole of IEEE 802.1D-1998, clause 8: election, port states with their timers, configuration
 * and topology change notification BPDUs in their wire format, message age, hold time, topology
 * change with acknowledgment and shortened ageing, changes of priority and cost while it runs.
 * Besides: port fast (an edge port forwards at once until a BPDU arrives), root guard and BPDU
 * guard. Where the standard leaves a choice it is that of the Linux bridge: the message age grows
 * by 1/256 s a hop, a port number has 10 bits, a port whose carrier comes back waits for the next
 * hello, root guard keeps a port listening while it hears a better root.
 *
 * <h2>Left out</h2>
 *
 * The rounding of timers in Linux, by which a delay of 15 s may last 15.1 s. Uplink fast, backbone
 * fast and loop guard of Cisco.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.1D-1998, clause 8; Linux, {@code net/bridge}.
 *
 * <h2>Example</h2>
 *
 * {@code switches: {s1: {spanning-tree: {protocol: stp, priority: 4096}}}}.
 */
package vdcsim.network.stp;
