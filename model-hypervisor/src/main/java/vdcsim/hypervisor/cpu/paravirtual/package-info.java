/**
 * Paravirtualization, as in the first Xen.
 *
 * <h2>Modelled</h2>
 *
 * The guest's kernel in ring 1, changed so that it calls the hypervisor: page-table updates
 * gathered into batches, calls that nobody waits for handed over together, a hypercall for another
 * address space, two entries for a page fault, system calls past the hypervisor, the interrupt flag
 * in shared memory. Where the guest's page tables are modelled, a fault, and each request with the
 * checks of its entries.
 *
 * <h2>Left out</h2>
 *
 * Without {@code memory}, what validation of an update costs beyond the call; event channels;
 * x86-64, where the kernel runs in ring 3.
 *
 * <h2>Source</h2>
 *
 * Barham et al., SOSP 2003, sections 3.2, 4.2 and 6.2.
 *
 * <h2>Example</h2>
 *
 * {@code technique: paravirtualization}; library scenario {@code cpu-techniques}.
 */
package vdcsim.hypervisor.cpu.paravirtual;
