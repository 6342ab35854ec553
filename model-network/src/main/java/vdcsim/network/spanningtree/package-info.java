/**
 * What the spanning tree protocols have in common: identifiers, priority vectors, BPDUs as they
 * stand on the wire, path costs, what a scenario says of them, and how one looks at the outcome.
 *
 * <h2>Modelled</h2>
 *
 * Configuration, topology change and RST BPDUs in LLC, to the bit; path cost tables of IEEE
 * 802.1D-1998, IEEE 802.1D-2004 and Linux.
 *
 * <h2>Left out</h2>
 *
 * Multiple spanning trees (MST BPDUs), trees per VLAN.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.1D-1998: 8.5 (values), Table 8-5 (costs). IEEE 802.1D-2004: clause 9 (BPDUs), 17.5
 * (vectors), 17.14 (times), Table 17-3 (costs).
 *
 * <h2>Example</h2>
 *
 * {@code switches: {s1: {spanning-tree: stp}}}, or {@code {spanning-tree: {protocol: rstp,
 * priority: 4096, ports: {p1: {edge: true}}}}}.
 */
package vdcsim.network.spanningtree;
