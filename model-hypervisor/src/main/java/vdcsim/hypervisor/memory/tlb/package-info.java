/**
 * What a processor keeps of translations, so that it need not walk.
 *
 * <h2>Modelled</h2>
 *
 * A TLB of two levels, the first with an array for each page size; sets and ways, the entry that
 * was used longest ago gives way; tags by virtual processor and by address space; the caches that
 * skip upper levels of a walk; the nested TLB.
 *
 * <h2>Left out</h2>
 *
 * The TLB for instructions; hyper-threads that share one; other guests that ran in between and took
 * entries; replacement that only comes near to least recently used; walks ahead of need.
 *
 * <h2>Source</h2>
 *
 * Intel SDM volume 3, 4.10 and 28.3; Bhargava et al., ASPLOS 2008.
 *
 * <h2>Example</h2>
 *
 * {@code tlb: { entries: 64, second: 0, tags: none }}.
 */
package vdcsim.hypervisor.memory.tlb;
