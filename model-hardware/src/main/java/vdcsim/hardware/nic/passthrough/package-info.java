/**
 * Passthrough: a card of a host that belongs to one machine.
 *
 * <h2>Modelled</h2>
 *
 * The machine's driver with rings, queues and interrupts of its own on the card, flows spread among
 * the queues, the carrier of the cable, the memory to which descriptors point; the host's driver is
 * gone. Nobody but the machine can use the card, and there is nothing between its frames and the
 * line.
 *
 * <h2>Left out</h2>
 *
 * The card's own address: the machine has set another. Its configuration space, which the
 * hypervisor shows to the machine in part; resets when it changes hands; option ROMs.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code Documentation/driver-api/vfio.rst}; Yassour et al., Direct Device Assignment for
 * Untrusted Fully-Virtualized Virtual Machines, IBM H-0263, 2008.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {iommu: {}, nic-hardware: {eth1: {}}}}}, {@code vms: {v1: {nics: {eth0:
 * {model: passthrough, attach: eth1}}}}}; library scenario {@code passthrough-isolation}.
 */
package vdcsim.hardware.nic.passthrough;
