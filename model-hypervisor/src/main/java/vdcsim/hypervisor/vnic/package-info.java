/**
 * Network cards of virtual machines.
 *
 * <h2>Modelled</h2>
 *
 * A card is an Ethernet end in the guest that is attached in the host where the machine is: by a
 * tap to a bridge, by a macvtap to a card, to QEMU's user networking, or as a piece of a card. It
 * holds its frames while the machine stands still. When the machine moves, it is attached to the
 * bridge or card of the same name there, and the old one loses its tap.
 *
 * <p>A virtual function may have a virtio card that stands by ({@code standby}), with the same
 * address: the guest has both as one card. For a migration it is asked to give the function up;
 * what it sends goes over the virtio card, and over a function of the new host as soon as it has
 * found one. Nobody announces that: switches learn it from the next frame of the guest.
 *
 * <p>A device that the guest holds itself, a virtual function or a whole card, makes its requests
 * in the guest's name: through VT-d where the host has it ({@code hardware.iommu}), to buffers that
 * lie in the guest's memory, its interrupts intercepted or posted. A whole card needs VT-d, unless
 * a scenario says that it is unsafe. The guest's memory is pinned: it is neither promised again nor
 * saved, and the guest does not move with it.
 *
 * <h2>Left out</h2>
 *
 * VT-d that costs something for virtual functions, on a host of which no {@code iommu} is said.
 * What pinning takes when a machine starts.
 *
 * <p>Streams of frames that know no protocol go on while their guest stands still, and wait. Flows
 * find no way through a virtual function; what goes over one goes as packets.
 *
 * <h2>Source</h2>
 *
 * QEMU, {@code net/tap.c}; Linux, {@code drivers/net/tun.c}, {@code drivers/net/macvtap.c}, {@code
 * drivers/net/net_failover.c}; OASIS, Virtual I/O Device 1.2, 5.1.3.1 (VIRTIO_NET_F_STANDBY).
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, memory: 1 GiB, nics: {eth0: {attach: br0}}}}}; library scenario {@code
 * vm-to-vm-same-host}.
 */
package vdcsim.hypervisor.vnic;
