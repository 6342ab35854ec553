/**
 * Services that say who answers and whom they see, and the workload {@code connect} that asks them:
 * how one finds out what address translation and filters do.
 *
 * <h2>Modelled</h2>
 *
 * Ports of TCP and UDP at which a host listens, and answers with its name and the address and port
 * that it sees; a client that connects, from a port of its choice, and what comes of it: an answer,
 * a refusal, a reset, an error of ICMP, or nothing until it gives up; echo requests beside them.
 *
 * <h2>Left out</h2>
 *
 * What real services say. Errors that a socket of Linux keeps to itself: a UDP client hears only
 * that a port is not used.
 *
 * <h2>Source</h2>
 *
 * Linux, net/ipv4/icmp.c (icmp_err_convert), udp.c and tcp_ipv4.c, for which error reaches a
 * client; ping (iputils) for the names of errors.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {web: {listen: [80, 53/udp]}}} and {@code workloads: {ask: {type: connect, from:
 * h1, to: web, port: 80}}}; library scenario {@code nat-gateway}.
 */
package vdcsim.network.service;
