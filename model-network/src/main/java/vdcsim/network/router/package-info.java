/**
 * A router: a box that passes packets between networks.
 *
 * <h2>Modelled</h2>
 *
 * Interfaces and loopback addresses; static routes. Everything else is the stack's, and the routing
 * protocols'.
 *
 * <h2>Left out</h2>
 *
 * Time for looking up and passing on.
 *
 * <h2>Source</h2>
 *
 * RFC 1812.
 *
 * <h2>Example</h2>
 *
 * {@code routers: {r1: {interfaces: {eth0: 10.0.0.254/24, eth1: 10.1.0.254/24}}}}; library scenario
 * {@code static-routing}.
 */
package vdcsim.network.router;
