/**
 * What the techniques of running a guest's instructions have in common.
 *
 * <h2>Modelled</h2>
 *
 * A technique decides two things: what becomes of the guest's architectural state, instruction by
 * instruction, and what a loop of operations costs, in time that does not depend on how often it
 * runs. Where the guest's page tables are modelled, it also says what each event of paging costs.
 * Each technique is a package below this one.
 *
 * <h2>Left out</h2>
 *
 * Where no page tables are modelled, the costs of memory virtualization beyond page faults,
 * page-table updates and context switches.
 *
 * <h2>Source</h2>
 *
 * Adams and Agesen, ASPLOS 2006.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code cpu-techniques}.
 */
package vdcsim.hypervisor.cpu;
