/**
 * Network address translation, as netfilter does it: once for each connection.
 *
 * <h2>Modelled</h2>
 *
 * Masquerading behind the address of an interface, source and destination translation, published
 * ports with their way back for inner hosts (hairpin); rules in their order, of which the first
 * that fits counts; ports that are kept where they are free, and chosen within their range where
 * not; one mapping for all connections of an inner port, where possible; locally made packets;
 * errors of ICMP with the packet inside them; connections that are forgotten when the interface
 * goes down that they are masqueraded over.
 *
 * <h2>Left out</h2>
 *
 * Ranges of addresses, fully random ports, ports carried inside data (FTP, SIP), NAT64. An
 * interface counts as down when it loses its carrier.
 *
 * <h2>Source</h2>
 *
 * Linux, net/netfilter/nf_nat_core.c, nf_nat_proto.c and nf_nat_masquerade.c; RFC 4787 and RFC 5382
 * for the words; RFC 5508 for errors of ICMP.
 *
 * <h2>Example</h2>
 *
 * {@code routers: {gw: {nat: [{masquerade: 192.168.1.0/24, out: eth1}, {publish: 8080, to:
 * 192.168.1.11:80}]}}}; library scenario {@code nat-gateway}.
 */
package vdcsim.network.nat;
