/**
 * The emulated Intel 82540EM (the model {@code e1000}).
 *
 * <h2>Modelled</h2>
 *
 * Each access of the driver: the transmit tail for every packet; of an interrupt the cause, the
 * mask cleared and flushed, then the poll, which shows 16 buffers at a time, and the mask set and
 * flushed. QEMU sends in the thread of the virtual processor that wrote the tail, and receives in
 * its own. Interrupt throttling, off unless asked for; a driver that leaves out doorbells while an
 * interrupt is to come.
 *
 * <h2>Left out</h2>
 *
 * Receive and transmit delay registers; the set-up of the card; legacy descriptors as bytes; the
 * driver that shares a block of memory with the device.
 *
 * <h2>Source</h2>
 *
 * Intel, PCI/PCI-X Family of Gigabit Ethernet Controllers, Software Developer's Manual; Linux,
 * {@code drivers/net/ethernet/intel/e1000/e1000_main.c}; QEMU, {@code hw/net/e1000.c}; Maffione,
 * MSc thesis, Pisa 2012, chapter 3.
 *
 * <h2>Example</h2>
 *
 * {@code nics: {eth0: {model: e1000, card: {moderation: 250 us}}}}; library scenario {@code
 * nic-virtualization}.
 */
package vdcsim.hypervisor.vnic.e1000;
