/**
 * The user datagram protocol: ports of a machine, and datagrams between them.
 *
 * <h2>Modelled</h2>
 *
 * Datagrams with checksum, over the pseudo header too; ports, those that the system picks among
 * them; the error that a port is not used; broadcasts and groups.
 *
 * <h2>Left out</h2>
 *
 * Buffers of sockets, since whoever receives takes a datagram at once. Several sockets at one port.
 *
 * <h2>Source</h2>
 *
 * RFC 768; RFC 1122, 4.1; Linux for the range of free ports.
 *
 * <h2>Example</h2>
 *
 * Routing protocols and the workloads that send datagrams open a socket: {@code
 * Udp.of(stack).open(520, this::receive)}.
 */
package vdcsim.network.udp;
