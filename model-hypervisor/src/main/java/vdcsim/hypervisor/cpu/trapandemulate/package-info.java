/**
 * Trap and emulate: the guest's kernel in ring 1.
 *
 * <h2>Modelled</h2>
 *
 * Privileged instructions trap and are emulated; system calls and faults go to the monitor and on
 * to the guest's kernel, and its return traps again; writes to page tables are watched. Critical
 * instructions take their effect in ring 1: the guest sees a wrong state.
 *
 * <h2>Left out</h2>
 *
 * Costs by instruction: each trap costs the same.
 *
 * <h2>Source</h2>
 *
 * Popek and Goldberg 1974; Adams and Agesen 2006, sections 2 and 3.3.
 *
 * <h2>Example</h2>
 *
 * {@code technique: trap-and-emulate}; library scenario {@code rings-and-traps}.
 */
package vdcsim.hypervisor.cpu.trapandemulate;
