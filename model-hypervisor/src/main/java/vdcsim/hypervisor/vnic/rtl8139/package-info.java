/**
 * The emulated Realtek 8139C+ (the model {@code rtl8139}).
 *
 * <h2>Modelled</h2>
 *
 * Each access of the driver: a doorbell for every packet; mask, status and acknowledgement of an
 * interrupt; around a poll the mask of what was received, flushed each time. QEMU sends in the
 * thread of the virtual processor that rang, and receives in its own.
 *
 * <h2>Left out</h2>
 *
 * The older mode with four buffers, for which Linux has another driver; the set-up of the card.
 *
 * <h2>Source</h2>
 *
 * Realtek, RTL8139C+ data sheet 1.6; Linux, {@code drivers/net/ethernet/realtek/8139cp.c}; QEMU,
 * {@code hw/net/rtl8139.c}.
 *
 * <h2>Example</h2>
 *
 * {@code nics: {eth0: {model: rtl8139}}}; library scenario {@code nic-virtualization}.
 */
package vdcsim.hypervisor.vnic.rtl8139;
