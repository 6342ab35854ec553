/**
 * The protocol end of a host: what it sends and receives at its network cards.
 *
 * <h2>Modelled</h2>
 *
 * A card takes frames for its own address, for groups that it joined and for all; a frame goes to
 * the protocol that its type field names. On a machine that has processors, each packet costs
 * cycles there on its way out and on its way in, by packet and by byte, segments of one connection
 * as one packet; the first one after a while costs an interrupt and the waking of a program. What a
 * machine passes on to others wakes no program, and costs less; more where connections are tracked.
 *
 * <h2>Left out</h2>
 *
 * The program itself; what a card with rings and interrupts of its own does. Tracking costs nothing
 * for what a machine sends and receives itself; the first packet of a connection whose destination
 * is translated is paid for as one of the machine's own.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.3-2018, 4.2.4.1.1 (address recognition); IEEE 802-2014, 9.2 (protocol identification).
 *
 * <h2>Example</h2>
 *
 * Every host has one; {@code workloads: {probe: {type: ping, from: h1, to: h2}}}.
 */
package vdcsim.network.station;
