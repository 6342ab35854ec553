/**
 * Macvtaps: virtual cards that share a card of their host by address, without a bridge.
 *
 * <h2>Modelled</h2>
 *
 * The four modes, as Linux's driver has them. In mode bridge machines of one card and mode reach
 * each other directly. In mode vepa everything goes to the cable, and comes back only from a switch
 * whose port is a hairpin. In mode private a group frame that comes back is for nobody else, so
 * that no address is ever resolved. In mode passthru one machine has all frames of the card. The
 * host does not hear what its own machines send, and they do not hear it, but over such a switch. A
 * frame from the cable costs the host's processors its card and one look-up; who sends pays the
 * look-up by himself. A card can be a sub-interface.
 *
 * <h2>Left out</h2>
 *
 * Mode source; filters of group addresses; a machine that gives its card another address; that a
 * group frame to many taps is copied later by a work queue (macvlan_process_broadcast); rates of
 * taps.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code drivers/net/macvlan.c} (macvlan_handle_frame, macvlan_queue_xmit,
 * macvlan_process_broadcast), {@code drivers/net/macvtap.c}; ip-link(8), type macvtap; IEEE
 * 802.1Q-2018, 5.23 (reflective relay); libvirt, interface type direct.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, nics: {eth0: {attach: eth0, macvtap: bridge}}}}}; library scenario
 * {@code macvtap-modes}.
 */
package vdcsim.network.macvlan;
