/**
 * Policies: which routes a speaker takes from a neighbour and tells it, and what it changes on
 * them.
 *
 * <h2>Modelled</h2>
 *
 * Route maps as FRRouting has them: clauses in order, the first that matches ends it, and a route
 * that none matches is denied. A clause matches networks (exactly, or with {@code ge} and {@code
 * le}), communities and the AS path by a regular expression with Cisco's {@code _}; it sets local
 * preference, MED, weight, communities, next hop, and prepends to the AS path.
 *
 * <h2>Left out</h2>
 *
 * {@code continue} and {@code call}; matching by next hop, tag or peer; extended and large
 * communities. Back references do not exist in POSIX expressions; so an expression costs time
 * proportional to its length and that of the path, whatever it says.
 *
 * <h2>Source</h2>
 *
 * FRRouting, Route Maps and Filtering; RFC 1997; R. Cox, Regular Expression Matching: the Virtual
 * Machine Approach, 2009.
 *
 * <h2>Example</h2>
 *
 * {@code in: [{match: {as-path: "^65002_"}, set: {local-preference: 200}}]}.
 */
package vdcsim.network.bgp.policy;
