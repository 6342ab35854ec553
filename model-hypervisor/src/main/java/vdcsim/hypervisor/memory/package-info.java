/**
 * The ways from a guest's addresses to frames of the host.
 *
 * <h2>Modelled</h2>
 *
 * What the ways have in common: the TLB, walks through a page table reference by reference, what is
 * counted, what references cost; what an exit costs the technique says ({@code hypervisor.cpu}).
 * Each way is a package below this one: without a monitor ({@code bare}), shadow page tables,
 * nested page tables, and Xen's direct paging.
 *
 * <h2>Left out</h2>
 *
 * Several processors of one guest, and telling the others to flush; caches of data: each reference
 * of a walk costs the same.
 *
 * <h2>Source</h2>
 *
 * Intel SDM volume 3, 4 and 28; Adams and Agesen, ASPLOS 2006; Belay et al., OSDI 2012.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code shadow-vs-nested}.
 */
package vdcsim.hypervisor.memory;
