/**
 * The messages of BGP, in their wire format.
 *
 * <h2>Modelled</h2>
 *
 * OPEN with the capabilities for IPv4 unicast and for AS numbers of four octets; UPDATE with all
 * path attributes of RFC 4271, communities, originator identifier and cluster list, unknown
 * attributes by their flags; NOTIFICATION with code, subcode and data; KEEPALIVE. Both forms of the
 * AS path: with numbers of four octets, and with two and AS4_PATH beside it. The errors of RFC
 * 4271, 6.1 to 6.3.
 *
 * <h2>Left out</h2>
 *
 * ROUTE-REFRESH (RFC 2918), address families other than IPv4 unicast, extended and large
 * communities (carried as unknown attributes), treat-as-withdraw (RFC 7606): a malformed UPDATE
 * ends the session.
 *
 * <h2>Source</h2>
 *
 * RFC 4271, 4; RFC 5492; RFC 6793; RFC 1997; RFC 4456.
 *
 * <h2>Example</h2>
 *
 * {@code new Open(65001, 180, routerId, ...)} as 19 octets of header, 10 of body, and the
 * capabilities.
 */
package vdcsim.network.bgp.message;
