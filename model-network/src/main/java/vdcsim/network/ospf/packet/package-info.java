/**
 * The five packets of OSPF version 2, as they stand on the wire.
 *
 * <h2>Modelled</h2>
 *
 * Hello, database description, link state request, update and acknowledgment, to the bit, with
 * checksum; null authentication; how many LSAs and headers a packet holds.
 *
 * <h2>Left out</h2>
 *
 * Passwords and cryptographic authentication; link-local signaling (RFC 5613).
 *
 * <h2>Source</h2>
 *
 * RFC 2328: A.3 (formats), D.4 (authentication and checksum).
 *
 * <h2>Example</h2>
 *
 * {@code new OspfPacket(router, area, new LinkStateUpdate(lsas))}.
 */
package vdcsim.network.ospf.packet;
