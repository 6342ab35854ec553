/**
 * What the operations of a guest cost, by technique and processor, as data with its source.
 *
 * <h2>Modelled</h2>
 *
 * The classes of operations that programs are mixed of; a table for each processor; the exits of a
 * guest by reason.
 *
 * <h2>Left out</h2>
 *
 * Operations of later processors without a monitor: they cost as on the Pentium 4. What a monitor
 * does in an exit, where only the round trip is known. The native system call and context switch
 * are those of Xen's paper, of a slower processor of the same make.
 *
 * <h2>Source</h2>
 *
 * Adams and Agesen, ASPLOS 2006; Agesen et al., OSR 2010 and USENIX ATC 2012; Barham et al., SOSP
 * 2003; kvm-unit-tests. Each row of {@code *.txt} names the published figure that it is.
 *
 * <h2>Example</h2>
 *
 * Library scenarios {@code cpu-techniques} and {@code exit-costs-by-generation}.
 */
package vdcsim.hypervisor.cpu.cost;
