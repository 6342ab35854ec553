/**
 * ARP: from a neighbour's IPv4 address to its hardware address.
 *
 * <h2>Modelled</h2>
 *
 * Requests to all and to the neighbour alone, replies, announcements; a cache whose entries are
 * incomplete, reachable, stale, delayed, probed and failed, with the timers of Linux; packets that
 * wait for an answer.
 *
 * <h2>Left out</h2>
 *
 * Confirmation by higher layers; the time for which Linux locks an entry; collection of entries
 * that are not used.
 *
 * <h2>Source</h2>
 *
 * RFC 826; RFC 4861, 7.3 (states); Linux, {@code Documentation/networking/ip-sysctl}, neigh
 * (timers); RFC 5227, 3 (announcements).
 *
 * <h2>Example</h2>
 *
 * Every host speaks it: {@code workloads: {probe: {type: ping, from: h1, to: h2}}}; library
 * scenario {@code switch-learning}.
 */
package vdcsim.network.arp;
