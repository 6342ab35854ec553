/**
 * From link state databases to routes, and to what a border router announces: pure functions
 * without timers and sockets.
 *
 * <h2>Modelled</h2>
 *
 * Shortest path trees with all equal-cost next hops over point-to-point, broadcast and virtual
 * links; routes within and between areas, through transit areas, to the outside (type 1 and 2,
 * forwarding addresses), of not-so-stubby areas; summaries with ranges, defaults into stub areas,
 * discard routes, election of the translator and translation from type 7 to 5. Where RFC 2328 and
 * FRRouting differ, as FRRouting does it with its defaults: a border router is one with an active
 * interface in the backbone (RFC 3509), RFC1583Compatibility is off.
 *
 * <h2>Left out</h2>
 *
 * Unnumbered and point-to-multipoint links, routes by type of service, type 7 address ranges.
 *
 * <h2>Source</h2>
 *
 * RFC 2328: 16 (calculation), 12.4.3 (summaries), 11 (table), appendix E. RFC 3101: 2.5, 3. RFC
 * 3509. FRRouting 8.4, ospfd.
 *
 * <h2>Example</h2>
 *
 * {@code InternalRoutes.of(view)}, then {@code ExternalRoutes.of(view, internal)} and {@code
 * Announcements.of(view, internal)}.
 */
package vdcsim.network.ospf.spf;
