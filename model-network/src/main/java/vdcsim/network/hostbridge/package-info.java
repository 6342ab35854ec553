/**
 * The key {@code bridges} of hosts: software bridges, as Linux has them.
 *
 * <h2>Modelled</h2>
 *
 * A learning bridge whose ports are cards of its host and taps of virtual cards; the host's own end
 * at it, which takes the place of the cards that the bridge has. With {@code vlans} it keeps VLANs
 * apart, each port with its own: cards, taps, and the host's end. The state machine is that of
 * {@code network.bridge}. A frame that a card of the host takes costs the host's processors an
 * interrupt, the card's driver and the way through the bridge; who hands a frame to a tap pays for
 * the way through the bridge by itself.
 *
 * <h2>Left out</h2>
 *
 * What flooding costs beyond one way; what the host itself pays for frames that it hands to the
 * bridge. A bridge as a port of another.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code net/bridge}: {@code br_if.c} (a card has one bridge), {@code br_stp_if.c} (the
 * bridge has the least address of its ports; here that of the first), {@code br_vlan.c}
 * (vlan_filtering, vlan_default_pvid); bridge(8).
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {bridges: {br0: {cards: eth0}}}}}; library scenario {@code
 * bridge-vlan-in-host}.
 */
package vdcsim.network.hostbridge;
