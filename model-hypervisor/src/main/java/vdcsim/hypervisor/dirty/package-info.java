/**
 * How a guest dirties its memory, and what a migration has still to send of it.
 *
 * <h2>Modelled</h2>
 *
 * A working set that is written at a rate, or at a rate that a trace gives for each round: pages
 * drawn uniformly, swept in order, hot and cold, or by Zipf's law. A write takes a page; the guest
 * writes only while its processors run. The log of written pages and the set of pages that wait are
 * merged as sets; a round may leave out what is in the log again. Two answers: expected numbers, at
 * the same cost for any memory, and bits, page by page with seeded chance, which agree. Pages of
 * zeros. Differences of pages that are sent again, as far as a cache remembers them (xbzrle): a
 * place for each page, which others share, and a page is kept for two rounds.
 *
 * <h2>Left out</h2>
 *
 * Which pages a workload in the guest writes, as it drives their rate alone; pages that become zero
 * again; where within a page it changes. The regions of Zipf's law hold ranks that differ by up to
 * a tenth. Expected numbers send all kinds of pages in proportion, not in the order of addresses.
 *
 * <h2>Source</h2>
 *
 * C. Clark et al.: Live Migration of Virtual Machines, NSDI 2005 (writable working sets); W.
 * Feller: An Introduction to Probability Theory, 1968, IV.2 (occupancy).
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, memory: 4 GiB, dirty: {rate: 400 Mbps, working-set: 256 MiB}}}}
 */
package vdcsim.hypervisor.dirty;
