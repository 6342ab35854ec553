/**
 * Network cards of virtual machines.
 *
 * <h2>Modelled</h2>
 *
 * A card is an Ethernet end in the guest that is attached to a bridge of the host where the machine
 * is. It holds its frames while the machine stands still. When the machine moves, it is attached to
 * the bridge of the same name there, and the old one loses its tap.
 *
 * <h2>Left out</h2>
 *
 * Timers of the guest's protocols go on while it stands still; only its frames wait, and its
 * transfers as flows. A virtual function that is unplugged before a migration, with a card of
 * software that stands in for it (VIRTIO_NET_F_STANDBY): a machine that has one does not move.
 *
 * <h2>Source</h2>
 *
 * QEMU, {@code net/tap.c}; Linux, {@code drivers/net/tun.c}.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, memory: 1 GiB, nics: {eth0: {attach: br0}}}}}; library scenario {@code
 * vm-to-vm-same-host}.
 */
package vdcsim.hypervisor.vnic;
