/**
 * Link state advertisements of OSPF version 2, as they stand on the wire and in a database.
 *
 * <h2>Modelled</h2>
 *
 * Types 1 to 5 and 7 to the bit, with the Fletcher checksum; which of two instances is newer; ages
 * that follow from the instant of receipt; the link state database.
 *
 * <h2>Left out</h2>
 *
 * Metrics by type of service, opaque LSAs, group membership, DoNotAge (RFC 1793).
 *
 * <h2>Source</h2>
 *
 * RFC 2328: 12 (LSAs), 13.1 (newer), 14 (ageing), A.4 (formats), B (constants). RFC 3101 (type 7).
 * RFC 905, annex B (checksum).
 *
 * <h2>Example</h2>
 *
 * {@code RouterLsa} with one {@code RouterLink.pointToPoint}, put into a {@code LinkStateDatabase}.
 */
package vdcsim.network.ospf.lsa;
