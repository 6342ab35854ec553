/**
 * Page tables as they lie in memory: a radix tree of pages with 512 entries.
 *
 * <h2>Modelled</h2>
 *
 * Three (PAE), four and five levels; pages of 4 KiB, 2 MiB and 1 GiB; the bits present, writable,
 * user, accessed, dirty and large; a page of a table lies in a frame.
 *
 * <h2>Left out</h2>
 *
 * No-execute, protection keys, global pages, memory types; PAE's top level has as many entries as
 * the others.
 *
 * <h2>Source</h2>
 *
 * Intel SDM volume 3, 4.4 and 4.5.
 *
 * <h2>Example</h2>
 *
 * {@code page-size: large, levels: 5}.
 */
package vdcsim.hypervisor.memory.pagetable;
