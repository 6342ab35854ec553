/**
 * Xen's split driver for networks (the model {@code xen}).
 *
 * <h2>Modelled</h2>
 *
 * Netfront and netback: a ring each way with the index at which either side wants an event, grants
 * of pages that are copied, mapped or flipped, calls of Xen for events, the interrupt of the guest.
 * Netback is a thread of the host, which stands for the driver domain: one for each card, or one
 * for all. It takes all packets that wait at once, with one call of Xen for their data and at most
 * one event to the guest; netfront wants an event when half of what it has sent is answered. Trains
 * of segments pass as one packet, over several pages.
 *
 * <h2>Left out</h2>
 *
 * XenStore and the handshake, persistent grants, several queues, the scheduling of the driver
 * domain as a virtual machine of its own, the flush of translations when a page is unmapped.
 *
 * <h2>Source</h2>
 *
 * Xen, public/io/netif.h and grant_table.h; Linux, {@code drivers/net/xen-netfront.c}
 * (xennet_tx_buf_gc) and {@code drivers/net/xen-netback} (net_rx_action, net_tx_action); Santos et
 * al., USENIX ATC 2008; Dong et al., HPCA 2010.
 *
 * <h2>Example</h2>
 *
 * {@code nics: {eth0: {model: xen, card: {transfer: copy}}}}; library scenario {@code
 * nic-virtualization}.
 */
package vdcsim.hypervisor.vnic.xen;
