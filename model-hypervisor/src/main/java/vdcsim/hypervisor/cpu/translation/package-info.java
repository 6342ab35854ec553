/**
 * Binary translation of the guest's kernel.
 *
 * <h2>Modelled</h2>
 *
 * Blocks translated at their first run, in a loop or drawn from a larger kernel by Zipf's law; a
 * cache of limited size that throws everything or the oldest away when full; jumps that are chained
 * once they have left the cache; sites that trap and become callouts and then code in the cache,
 * each time with a new translation of their block; system calls, faults, ports, indirect branches
 * and registers at their measured cost; programs run directly.
 *
 * <h2>Left out</h2>
 *
 * Jumps into the middle of blocks, code that changes itself, the return from a callout in detail;
 * the extra cost of a call is measured for a call and its return together. Of jumps within drawn
 * code only the first, which translates, leaves the cache. A block that was evicted keeps what its
 * sites have learned.
 *
 * <h2>Source</h2>
 *
 * Adams and Agesen, ASPLOS 2006, section 3.
 *
 * <h2>Example</h2>
 *
 * {@code technique: binary-translation}; library scenarios {@code cpu-techniques} and {@code
 * binary-translation-warmup}.
 */
package vdcsim.hypervisor.cpu.translation;
