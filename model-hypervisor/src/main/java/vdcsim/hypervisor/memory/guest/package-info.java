/**
 * Guests that use their memory, as a workload of a host or of a virtual machine.
 *
 * <h2>Modelled</h2>
 *
 * Programs that reach for a working set at random, in order or by Zipf's law; a kernel that maps on
 * demand, moves, unmaps and protects pages, forks with copy-on-write, ends and switches processes,
 * and clears or copies the pages that it gives out; the way of paging by name; the cycles on a task
 * of the host; a list of translations; attempts to map what is not the guest's. The same pages for
 * a program that runs under a technique ({@code hypervisor.cpu.guest}).
 *
 * <h2>Left out</h2>
 *
 * Caches of data; the kernel's own accesses; other guests that take entries of the TLB; migration
 * of the virtual machine while it runs.
 *
 * <h2>Source</h2>
 *
 * Belay et al., OSDI 2012, 6.1: random accesses to pages; Linux, mm/memory.c.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {g: {type: guest-memory, on: h1, paging: shadow, working-set: 64 MiB, accesses:
 * 1000000}}}; library scenario {@code shadow-vs-nested}.
 */
package vdcsim.hypervisor.memory.guest;
