/**
 * The frames of a host, and the physical memory that each guest believes in.
 *
 * <h2>Modelled</h2>
 *
 * Frames with an owner; runs of frames for large pages; a map of each guest from its frames, which
 * begin at 0 and have no hole, to frames of the host that lie scattered; the map back.
 *
 * <h2>Left out</h2>
 *
 * NUMA nodes; fragmentation of the host; memory that is backed on demand.
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
