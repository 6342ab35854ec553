/**
 * PCI: devices behind registers, their configuration space, memory accesses and interrupts.
 *
 * <p>A {@link vdcsim.hardware.pci.Device} is a set of registers. Its driver reaches them through
 * {@link vdcsim.hardware.pci.Registers}, one access a step that its processor pays for: {@link
 * vdcsim.hardware.pci.DirectRegisters} on real hardware, and a hypervisor's own where it steps
 * between. The device moves data with {@link vdcsim.hardware.pci.Dma} and tells with an {@link
 * vdcsim.hardware.pci.InterruptTarget}. So one driver runs on a bare host and in a guest, on a real
 * device and on a modelled one.
 *
 * <h2>Modelled</h2>
 *
 * Configuration space: identity, command and status, base addresses with their sizing, capability
 * list, MSI-X with its table, masks and pending bits; INTx with its level and its disable bit;
 * accesses of 1, 2, 4 or 8 bytes to ports or memory, which reach nothing while the device does not
 * decode them; a PCI Express link, each direction with its own queue, packets with their headers,
 * split by maximal payload and read request.
 *
 * <h2>Left out</h2>
 *
 * Bridges, enumeration, the addresses that firmware gives: a driver names base address and offset.
 * Flow control credits, replays of lost packets, ordering rules between reads and writes, MSI
 * without X, power states, hot plugging.
 *
 * <h2>Source</h2>
 *
 * PCI Local Bus Specification 3.0, chapter 6; PCI Express Base Specification 3.0, chapters 2 and 4;
 * Neugebauer et al., SIGCOMM 2018, for what a link's packets and its memory accesses cost.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code device-model-exits}.
 */
package vdcsim.hardware.pci;
