/**
 * The network stack of a host: interfaces with addresses, protocols above them.
 *
 * <h2>Modelled</h2>
 *
 * Sending over the card whose network holds the destination; address resolution; echo replies;
 * broadcast within a network; a gateway; forwarding between a host's own networks.
 *
 * <h2>Left out</h2>
 *
 * Routes beyond the gateway, fragmentation, the errors of ICMP. Time on a core.
 *
 * <h2>Source</h2>
 *
 * RFC 1122, 3.3 (host requirements).
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {ip: 10.0.0.1/24}}}; library scenario {@code switch-learning}.
 */
package vdcsim.network.stack;
