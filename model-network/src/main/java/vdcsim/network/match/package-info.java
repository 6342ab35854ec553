/**
 * What rules of address translation and of filters ask of a packet.
 *
 * <h2>Modelled</h2>
 *
 * Source and destination by network, whether the destination is the machine's own; the interfaces
 * that a packet comes in and leaves over; protocol and destination port.
 *
 * <h2>Left out</h2>
 *
 * Source ports, ranges and sets, marks, rates, and all else that iptables and nftables know.
 *
 * <h2>Source</h2>
 *
 * The manual of iptables-extensions (addrtype, tcp, udp).
 *
 * <h2>Example</h2>
 *
 * {@code nat: [{masquerade: 192.168.1.0/24, out: eth1}]}.
 */
package vdcsim.network.match;
