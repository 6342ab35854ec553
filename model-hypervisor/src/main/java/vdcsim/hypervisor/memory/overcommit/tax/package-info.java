/**
 * Who gets how much memory: shares, and a tax on memory that is not used.
 *
 * <h2>Modelled</h2>
 *
 * Min-funding revocation: whoever pays the fewest shares for a page loses it, never below its
 * minimum. An idle page is charged k = 1 / (1 - tax) times what an active one costs. The active
 * part is estimated from random samples of pages, as the largest of a slow mean, a fast mean, and
 * the fast mean with the sample under way.
 *
 * <h2>Left out</h2>
 *
 * Tax rates of single machines; resource pools; the progressive tax of later versions.
 *
 * <h2>Source</h2>
 *
 * C. A. Waldspurger: Memory Resource Management in VMware ESX Server, OSDI 2002, section 5.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {hypervisor: 512 MiB, overcommit: {tax: 75 %}}}}; library scenario {@code
 * idle-tax}.
 */
package vdcsim.hypervisor.memory.overcommit.tax;
