/**
 * IPv4 addresses, networks and packets, as they stand on the wire.
 *
 * <h2>Modelled</h2>
 *
 * Addresses and prefixes; the header with its checksum, identification and time to live.
 *
 * <h2>Left out</h2>
 *
 * Options; fragments; type of service.
 *
 * <h2>Source</h2>
 *
 * RFC 791 (packet), RFC 1071 (checksum), RFC 4632 (prefixes), RFC 894 (over Ethernet).
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {ip: 10.0.0.1/24}}}; library scenario {@code switch-learning}.
 */
package vdcsim.network.ip;
