/**
 * Xen's means for split drivers: shared rings, grant tables, event channels.
 *
 * <h2>Modelled</h2>
 *
 * A ring of requests and responses in the same slots, each side with the index at which it wants an
 * event; grants, mapped, unmapped, copied and taken back, with refusals counted; event channels as
 * bits that are set by a call of Xen; what each costs.
 *
 * <h2>Left out</h2>
 *
 * XenStore and the handshake of frontend and backend; transferred pages (flipping); transitive
 * grants; the flush of translations when a page is unmapped.
 *
 * <h2>Source</h2>
 *
 * Xen, public/io/ring.h, grant_table.h, event_channel.h; Barham et al., SOSP 2003.
 *
 * <h2>Example</h2>
 *
 * {@code disks: {xvda: {on: sda, interface: xen}}}; library scenario {@code disk-virtualization}.
 */
package vdcsim.hypervisor.xen;
