/**
 * The key {@code sub-interfaces} of hosts: cards of software for single VLANs of a card, as Linux's
 * module 8021q makes them.
 *
 * <h2>Modelled</h2>
 *
 * Frames with a VLAN's tag that arrive at a card go to its sub-interface for that VLAN, before a
 * bridge that has the card sees them, and without the tag; what a sub-interface sends leaves at the
 * card with the tag. It can have addresses, be a port of a bridge, be part of a bridge's own end or
 * of another sub-interface (two tags), and carry macvtaps. Address, mtu and carrier are those of
 * the card. A frame whose VLAN has no sub-interface is left to the card.
 *
 * <h2>Left out</h2>
 *
 * What it costs: taking a tag out and putting one in is left to the hardware of cards. Service tags
 * (802.1ad), priorities by packet, loose binding, addresses of its own.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code net/8021q/vlan_core.c} (vlan_do_receive), {@code net/core/dev.c}
 * (__netif_receive_skb_core: VLANs before the bridge), {@code net/8021q/vlan_dev.c}; ip-link(8),
 * type vlan.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {sub-interfaces: {eth0.10: 10}, bridges: {br10: eth0.10}}}}; library scenario
 * {@code bridge-vlan-in-host}.
 */
package vdcsim.network.subinterface;
