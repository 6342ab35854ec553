/**
 * The key {@code bridges} of hosts: software bridges, as Linux has them.
 *
 * <h2>Modelled</h2>
 *
 * A learning bridge whose ports are cards of its host and taps of virtual cards; the host's own end
 * at it, which takes the place of the cards that the bridge has. The state machine is that of
 * {@code network.bridge}.
 *
 * <h2>Left out</h2>
 *
 * What forwarding costs the host's processors.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code net/bridge}: {@code br_if.c} (a card has one bridge), {@code br_stp_if.c} (the
 * bridge has the least address of its ports; here that of the first).
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {bridges: {br0: {cards: eth0}}}}}; library scenario {@code
 * bridge-vlan-in-host}.
 */
package vdcsim.network.hostbridge;
