/**
 * Ballooning: the guest itself decides which pages it can do without.
 *
 * <h2>Modelled</h2>
 *
 * A driver in the guest that asks for its target once a second, takes pages from the guest at a
 * rate, pins them, and tells the host, which takes the frames behind them; and gives pages back.
 * The guest gives free pages first, then those of its page cache, then it swaps, and pays for its
 * own input and output. A balloon has a largest size.
 *
 * <h2>Left out</h2>
 *
 * The adaptation of the rate between its bounds; pages of 2 MiB; deflation by a guest that runs out
 * of memory.
 *
 * <h2>Source</h2>
 *
 * C. A. Waldspurger: Memory Resource Management in VMware ESX Server, OSDI 2002, 3.2; Linux,
 * drivers/misc/vmw_balloon.c.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {hypervisor: 512 MiB, overcommit: {methods: balloon-and-swap, balloon: {max:
 * 50 %}}}}}; library scenario {@code memory-overcommit}.
 */
package vdcsim.hypervisor.memory.overcommit.balloon;
