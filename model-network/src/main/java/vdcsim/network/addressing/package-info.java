/**
 * Whether the addresses of a network fit together, told before anything runs.
 *
 * <h2>Modelled</h2>
 *
 * Refused: an address twice on one link, or twice at one machine. Warned of: networks of one
 * machine that overlap; different prefixes for one network on a link; neighbours on a link in
 * different networks; a network on two links that are not joined; a gateway that no network of the
 * machine holds, that is the machine itself, or that nobody on the link has.
 *
 * <h2>Left out</h2>
 *
 * Links behind switches that keep VLANs apart: what is one link there is not known before frames
 * run. Gateways that a routing protocol makes reachable are warned of all the same.
 *
 * <h2>Source</h2>
 *
 * RFC 1122, 3.3.1 (a host's own networks and gateways); RFC 5227 (an address belongs to one station
 * of a link).
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {ip: {address: 10.0.0.1/24, gateway: 10.0.1.254}}}} is warned of.
 */
package vdcsim.network.addressing;
