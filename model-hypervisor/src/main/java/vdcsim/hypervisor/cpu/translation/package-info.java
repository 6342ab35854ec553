/**
 * Binary translation of the guest's kernel.
 *
 * <h2>Modelled</h2>
 *
 * Blocks translated at their first run, a cache of limited size that is thrown away when full,
 * blocks that jump to each other directly, sites that trap and become callouts and then code in the
 * cache; system calls, faults, ports and registers at their measured cost; programs run directly.
 *
 * <h2>Left out</h2>
 *
 * Jumps into the middle of blocks, code that changes itself, the return from a callout in detail;
 * the extra cost of a call is measured for a call and its return together. A loop that is longer
 * than the cache finds none of its blocks again.
 *
 * <h2>Source</h2>
 *
 * Adams and Agesen, ASPLOS 2006, section 3.
 *
 * <h2>Example</h2>
 *
 * {@code technique: binary-translation}; library scenario {@code cpu-techniques}.
 */
package vdcsim.hypervisor.cpu.translation;
