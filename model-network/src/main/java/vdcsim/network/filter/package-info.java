/**
 * A packet filter with connection state, as iptables' table {@code filter}.
 *
 * <h2>Modelled</h2>
 *
 * The chains input, forward and output, with rules in their order, of which the first that fits
 * decides, and a policy for what none fits; accept, drop, and reject with an error of ICMP; the
 * state of a packet's connection.
 *
 * <h2>Left out</h2>
 *
 * Chains of one's own, counters of single rules, rejecting with a reset of TCP, logging, rates.
 *
 * <h2>Source</h2>
 *
 * The manuals of iptables and iptables-extensions (conntrack, REJECT); Linux,
 * net/ipv4/netfilter/iptable_filter.c.
 *
 * <h2>Example</h2>
 *
 * {@code routers: {gw: {filter: {forward: {policy: drop, rules: [{state: [established, related],
 * then: accept}, {in: eth0, then: accept}]}}}}}.
 */
package vdcsim.network.filter;
