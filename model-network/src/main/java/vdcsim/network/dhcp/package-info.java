/**
 * The dynamic host configuration protocol: hosts ask for an address, servers lend one for a time.
 *
 * <h2>Modelled</h2>
 *
 * Messages on the wire, as BOOTP has them, with options; clients from the first question to the
 * lease's end: retransmission that backs off, the first offer of several, a probe of the address
 * before it is used, renewing, rebinding, expiry, refusals, the same address again after the cable
 * came back; servers with pools, fixed addresses, and leases that they remember; offers that lapse
 * or are withdrawn; addresses that a client found in use; relay agents before servers of other
 * networks; answers to one station or to all, as the client can take them.
 *
 * <h2>Left out</h2>
 *
 * Client identifiers other than the hardware address; DHCPINFORM; a server that probes addresses
 * itself; randomness of the renewal times, and the wait of 1 to 10 s before the first message,
 * which clients leave out today; options that no model reads, as name servers; authentication (RFC
 * 3118). A client never gives its lease back of its own accord. A server that was switched off
 * remembers its leases, as one that keeps them on a disk.
 *
 * <h2>Source</h2>
 *
 * RFC 2131 (protocol); RFC 2132 (options); RFC 1542, 4 (relay agents); RFC 5227, 2.1.1 (probes);
 * for what they leave open: ISC dhcpd 4.4 (how long an offer holds), dnsmasq 2.90 (lease time,
 * gateway, how long a declined address rests), BusyBox udhcpc (one probe, two seconds).
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {ip: dhcp}}, routers: {r1: {interfaces: {eth0: 10.0.0.1/24}, dhcp-server:
 * 10.0.0.100-10.0.0.199}}}; library scenario {@code dhcp-lease}.
 */
package vdcsim.network.dhcp;
