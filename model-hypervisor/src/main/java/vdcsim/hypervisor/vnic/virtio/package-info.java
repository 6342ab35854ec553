/**
 * The virtio network card (the models {@code virtio} and {@code vhost}).
 *
 * <h2>Modelled</h2>
 *
 * A queue each way. The driver takes sent buffers back when it sends, and wants to be called only
 * for room in a full queue; it polls for received ones until none is left. A thread of the host,
 * QEMU's or one of the kernel, wants no doorbell while it works, and calls as the event index says.
 * Trains of segments pass as one packet, into several buffers of the guest.
 *
 * <h2>Left out</h2>
 *
 * The control queue, several queues, transmit interrupts of newer drivers, zero-copy, the weight
 * after which a thread of vhost yields; QEMU's lock, which its thread holds.
 *
 * <h2>Source</h2>
 *
 * VirtIO 1.1, 5.1; Linux, {@code drivers/net/virtio_net.c}, {@code drivers/vhost/net.c}; QEMU,
 * {@code hw/net/virtio-net.c}.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, memory: 4 GiB, nics: {eth0: {model: vhost}}}}}; library scenario
 * {@code nic-virtualization}.
 */
package vdcsim.hypervisor.vnic.virtio;
