/**
 * Hardware assistance: VT-x.
 *
 * <h2>Modelled</h2>
 *
 * The guest in non-root operation; exits by reason as the controls say; exits at their measured
 * cost, or else at that of the round trip; nested paging without exits for page tables; a halted
 * guest whose next work the host looks for, as long as KVM would.
 *
 * <h2>Left out</h2>
 *
 * What the monitor does in an exit where only the round trip is known, but for the fields of the
 * VMCS that it reads and writes for a fault; with {@code memory} it is scaled from the Pentium 4
 * instead. Nested page faults; without {@code memory} the longer walk of nested tables; posted
 * interrupts.
 *
 * <h2>Source</h2>
 *
 * Intel SDM volume 3; Adams and Agesen 2006, table 1 and section 6.3; Agesen et al. 2012.
 *
 * <h2>Example</h2>
 *
 * {@code technique: hardware-assistance}; library scenario {@code exit-costs-by-generation}.
 */
package vdcsim.hypervisor.cpu.hardware;
