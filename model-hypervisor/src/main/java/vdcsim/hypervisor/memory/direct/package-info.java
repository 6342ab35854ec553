/**
 * Xen's direct paging.
 *
 * <h2>Modelled</h2>
 *
 * Tables of the guest's own that name frames of the host, and that it may only read; changes asked
 * for in hypercalls of up to 2048, each checked: the frame must be the guest's, and no frame is a
 * page of a table and writable at once (types and reference counts of frames). A table that is not
 * in use yet is ordinary memory, filled freely, and looked through when it is first used. A check
 * costs a reference to memory.
 *
 * <h2>Left out</h2>
 *
 * Writable page tables, which trap; tables that read each other; frames that guests grant to each
 * other; segments.
 *
 * <h2>Source</h2>
 *
 * Barham et al., SOSP 2003, 3.3.3; Xen, public/xen.h, mmu_update.
 *
 * <h2>Example</h2>
 *
 * {@code paging: direct, batch: 32}.
 */
package vdcsim.hypervisor.memory.direct;
