/**
 * The routes of a BGP speaker, and how it chooses between them.
 *
 * <h2>Modelled</h2>
 *
 * Paths with the state of their next hops, which follow the routing table; the decision of
 * FRRouting 8.4, step by step, with the step that told each loser from the winner; multipath.
 *
 * <h2>Left out</h2>
 *
 * Confederations, link bandwidth, accumulated IGP metric, label and stale checks, the options
 * {@code missing-as-worst}, {@code as-path ignore} and {@code peer-type multipath-relax}.
 *
 * <h2>Source</h2>
 *
 * RFC 4271, 9.1; RFC 4456, 9; FRRouting 8.4, BGP route selection.
 *
 * <h2>Example</h2>
 *
 * {@code Decision.choose(paths, settings)}: of two paths alike but for their length the shorter is
 * chosen, and the step is "AS Path".
 */
package vdcsim.network.bgp.rib;
