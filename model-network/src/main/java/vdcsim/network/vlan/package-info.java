/**
 * VLANs: several networks over the same switches and cables.
 *
 * <h2>Modelled</h2>
 *
 * Access, trunk and hybrid ports; native VLANs, tagged or not; tags put in and taken out, priority
 * tags; filtering on arrival and on leaving; independent and shared learning; acceptable frame
 * types; changes at run time. Double tags hop where a switch lets them.
 *
 * <h2>Left out</h2>
 *
 * Service tags (802.1ad) are carried, not read. Registration protocols. Queues by priority.
 *
 * <h2>Source</h2>
 *
 * IEEE 802.1Q-2018: 6.9 (classification, acceptable frame types), 8.6.2 (ingress), 8.6.4 (egress),
 * 8.8.8 (learning), 9.6 (tag); Open vSwitch, vlan_mode.
 *
 * <h2>Example</h2>
 *
 * {@code switches: {s1: {vlans: {ports: {p1: 10, p2: {trunk: [10, 20]}}}}}}; library scenario
 * {@code vlan-trunk}.
 */
package vdcsim.network.vlan;
