/**
 * Virtio: the rings that a guest's driver and a device in the host share.
 *
 * <h2>Modelled</h2>
 *
 * The split virtqueue: descriptors, available and used rings with their wrapping indices, indirect
 * descriptors, suppression of kicks and calls by flags and by the event index; the doorbell and the
 * MSI-X vectors of a virtio device on PCI. Who serves the queue, QEMU or a thread of the kernel
 * (vhost), is a matter of whoever builds the device: it is told of the doorbell, and takes from the
 * queue on its own execution context.
 *
 * <h2>Left out</h2>
 *
 * The packed ring; negotiation of features and set-up of queues; addresses and lengths of buffers,
 * which the request itself knows.
 *
 * <h2>Source</h2>
 *
 * OASIS, VirtIO 1.1, sections 2.6 and 4.1; Linux, drivers/virtio/virtio_ring.c for the delayed
 * calls.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, memory: 4 GiB, disks: {vda: {on: sda}}}}}; library scenario {@code
 * disk-virtualization}.
 */
package vdcsim.hypervisor.virtio;
