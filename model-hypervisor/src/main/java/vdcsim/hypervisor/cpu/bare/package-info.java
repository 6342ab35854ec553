/**
 * No monitor.
 *
 * <h2>Modelled</h2>
 *
 * The kernel in ring 0, programs in ring 3; each operation at the processor's own cost. Nothing
 * stops a kernel from mapping frames that belong to others: these escapes are counted.
 *
 * <h2>Left out</h2>
 *
 * Costs that depend on caches and on what ran before.
 *
 * <h2>Source</h2>
 *
 * Adams and Agesen, ASPLOS 2006, section 6.3, the native column.
 *
 * <h2>Example</h2>
 *
 * {@code technique: native}; library scenario {@code cpu-techniques}.
 */
package vdcsim.hypervisor.cpu.bare;
