/**
 * QEMU's user networking: a guest behind a protocol stack that is a part of QEMU.
 *
 * <h2>Modelled</h2>
 *
 * The guest is alone in 10.0.2.0/24 with SLIRP, which is its gateway 10.0.2.2, its name server
 * 10.0.2.3 and lends it 10.0.2.15. Each connection of TCP ends in SLIRP and is carried on by one of
 * the host's own stack: two handshakes, two windows. SLIRP's TCP has no window scaling, no
 * selective acknowledgements and no timestamps. Datagrams go through a socket of the host for each
 * port of the guest; echo requests beyond the gateway only where QEMU may open a ping socket.
 * Nothing from outside reaches the guest but through ports that are forwarded. Whoever serves the
 * guest's card, by a model of QEMU's or, of an ideal one, QEMU's main loop, carries frames one at a
 * time, and pays for each on the host's processors. A move of the machine cuts its connections.
 *
 * <h2>Left out</h2>
 *
 * IPv6, TFTP and SMB; fragments of the guest's are put together before they are looked at. A
 * message of an application is carried on when it has come whole. Without a right to ping, libslirp
 * sends the request to the echo service of UDP, which nobody runs; here it is dropped.
 *
 * <h2>Source</h2>
 *
 * libslirp 4.7: {@code src/slirp.c}, {@code tcp_input.c}, {@code udp.c}, {@code ip_icmp.c}, {@code
 * socket.c}, {@code bootp.c}; QEMU, {@code net/slirp.c}.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, memory: 1 GiB, nics: {eth0: {attach: user, user: {forward: {8080:
 * 80}}}}}}}; library scenario {@code slirp-reachability}.
 */
package vdcsim.hypervisor.slirp;
