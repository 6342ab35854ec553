/**
 * The balloon as a virtio device.
 *
 * <h2>Modelled</h2>
 *
 * The queues for inflating, deflating, figures of the guest's memory, and reports of free memory;
 * requests of up to 256 numbers of pages of 4 KiB, and of up to 32 blocks of 2 MiB; doorbells,
 * interrupts and writes of the configuration as exits; the work of QEMU for each entry. A guest
 * that finds no memory may have pages of the balloon back.
 *
 * <h2>Left out</h2>
 *
 * Hints of free pages for migration; poisoned pages; the registers of the device, of which only the
 * exits count; the order in which a guest's free memory is searched.
 *
 * <h2>Source</h2>
 *
 * OASIS, VirtIO 1.1, 5.5, and 1.2, 5.5.6.7 (reporting); Linux, drivers/virtio/virtio_balloon.c and
 * mm/page_reporting.c; QEMU, hw/virtio/virtio-balloon.c.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {a: {on: h1, memory: 256 MiB, memory-policy: {virtio-balloon: {free-page-reporting:
 * true}}}}}; library scenario {@code balloons-compared}.
 */
package vdcsim.hypervisor.memory.overcommit.virtioballoon;
