/**
 * Connection tracking: a machine notes which packets belong together, so that filters and address
 * translation decide once for a connection.
 *
 * <h2>Modelled</h2>
 *
 * Connections by protocol, addresses and ports, in both directions; packets that begin one, belong
 * to one, or are an error about one; the states of TCP with their time-outs; UDP, whose streams
 * live longer than single questions; echo of ICMP; all other protocols by their addresses; a table
 * that can be full.
 *
 * <h2>Left out</h2>
 *
 * TCP's windows: a segment outside them counts as one of the connection. Helpers that read what is
 * carried, as FTP's. Zones, marks. Which connection makes room in a full table: the one that has
 * waited longest without having been assured, where Linux takes one of a few buckets.
 *
 * <h2>Source</h2>
 *
 * Linux, net/netfilter/nf_conntrack_core.c and nf_conntrack_proto_*.c, and its
 * Documentation/networking/nf_conntrack-sysctl.rst for the time-outs.
 *
 * <h2>Example</h2>
 *
 * {@code routers: {gw: {conntrack: {udp: 30 s, table: 1000}}}}; library scenario {@code
 * nat-gateway}.
 */
package vdcsim.network.conntrack;
