/**
 * A transparent bridge: it learns where stations are from the frames they send.
 *
 * <h2>Modelled</h2>
 *
 * Store-and-forward, cut-through and fragment-free relay; learning with ageing, moves between
 * ports, a table of limited size; flooding of unknown, group and broadcast addresses; filtering of
 * frames whose destination is on the port of arrival; the reserved group addresses, which a bridge
 * does not forward; ports at which frames may leave where they came in (reflective relay); a
 * drop-tail queue at each port. What a broadcast reaches, without one ({@code BroadcastDomain}).
 *
 * <h2>Left out</h2>
 *
 * Spanning tree and VLANs have packages of their own. Time for the look-up, unless {@code
 * forwarding-latency} gives one.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.1D-2004: 7.7 (relay), 7.8 (learning), 7.9 (filtering database, Table 7-5 ageing time),
 * 7.12.6 (reserved addresses, Table 7-10). Which reserved addresses a bridge without spanning tree
 * lets through follows the Linux bridge.
 *
 * <h2>Example</h2>
 *
 * {@code switches: {s1: {ageing: 300 s}}}; library scenario {@code switch-learning}.
 */
package vdcsim.network.bridge;
