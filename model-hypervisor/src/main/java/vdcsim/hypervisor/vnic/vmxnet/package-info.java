/**
 * VMware's paravirtual cards (the models {@code vmxnet2} and {@code vmxnet3}).
 *
 * <h2>Modelled</h2>
 *
 * Rings in memory between the driver and a thread of the host's kernel; doorbells that are left out
 * while that thread works, or gathered in clusters; the one register for the mask of an interrupt,
 * or the port that is asked and acknowledged; interrupts with a least time between them. Trains of
 * segments pass as one packet.
 *
 * <h2>Left out</h2>
 *
 * Several queues, and receive-side scaling; command rings and data rings for headers; hypercalls of
 * other kinds. How many packets the second generation gathers is set by the host, and is not
 * documented: here 8 while the host is at work.
 *
 * <h2>Source</h2>
 *
 * Linux, {@code drivers/net/vmxnet3/vmxnet3_drv.c}; open-vm-tools, {@code modules/linux/vmxnet}.
 *
 * <h2>Example</h2>
 *
 * {@code nics: {eth0: {model: vmxnet3}}}; library scenario {@code nic-virtualization}.
 */
package vdcsim.hypervisor.vnic.vmxnet;
