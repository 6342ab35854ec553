/**
 * Nested page tables: Intel's EPT, AMD's NPT.
 *
 * <h2>Modelled</h2>
 *
 * The walk in two dimensions, reference by reference: each page of the guest's table is looked for
 * in the monitor's, and at the end the page itself; 24 references of four by four levels. Combined
 * paging-structure caches, those of the monitor's table, the nested TLB; pages of all sizes in
 * both; a violation where the guest reaches beyond its memory.
 *
 * <h2>Left out</h2>
 *
 * Accessed and dirty bits in the monitor's table; memory that is backed on demand; a violation that
 * stands for a device.
 *
 * <h2>Source</h2>
 *
 * Intel SDM volume 3, 28.2 and 28.3; Bhargava et al., ASPLOS 2008.
 *
 * <h2>Example</h2>
 *
 * {@code paging: nested}.
 */
package vdcsim.hypervisor.memory.nested;
