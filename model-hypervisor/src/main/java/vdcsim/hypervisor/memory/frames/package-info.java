/**
 * The memory of a host, and the physical memory that each guest believes in.
 *
 * <h2>Modelled</h2>
 *
 * One memory for a host: what is promised to machines, which admission and migration ask for, and
 * the frames that guests with page tables, over-committed guests and the monitor's tables have.
 * Frames with an owner; runs of frames for large pages; a map of each guest from its frames, which
 * begin at 0 and have no hole, to frames of the host that lie scattered; the map back.
 *
 * <h2>Left out</h2>
 *
 * NUMA nodes; frames that were given back do not become long runs again; a guest with page tables
 * stays on its host's frames when its machine moves.
 *
 * <h2>Source</h2>
 *
 * Barham et al., SOSP 2003, 3.3.2: physical and machine memory; Waldspurger, OSDI 2002, 2.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code guest-physical-memory}.
 */
package vdcsim.hypervisor.memory.frames;
