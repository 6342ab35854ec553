/**
 * Sessions between BGP speakers: the state machine of a connection, its timers, its messages.
 *
 * <h2>Modelled</h2>
 *
 * The states of RFC 4271, 8 with the timers of FRRouting 8.4: a start after 1 s that doubles up to
 * 120 s when a neighbour sends a NOTIFICATION, connect retry 120 s, hold and keepalive without
 * jitter. Each connection has a machine of its own, as the standard has it; which of two that
 * collide stays is for the owner to say (6.8). The hold timer counts from the last KEEPALIVE or
 * UPDATE.
 *
 * <h2>Left out</h2>
 *
 * Delayed OPEN, graceful restart, authentication by TCP MD5 (RFC 2385), TTL security, passive
 * neighbours.
 *
 * <h2>Source</h2>
 *
 * RFC 4271, 6.8, 8 and 10; FRRouting 8.4, bgpd's finite state machine.
 *
 * <h2>Example</h2>
 *
 * A session that sees its connection open sends OPEN and is in OpenSent; an OPEN with another AS
 * number is answered with {@code bad-peer-as}, and the session is Idle.
 */
package vdcsim.network.bgp.session;
