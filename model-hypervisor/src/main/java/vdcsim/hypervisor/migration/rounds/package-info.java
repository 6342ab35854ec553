/**
 * Pre-copy in whole rounds: the textbook's, Xen's of 2005, and that of Xen's library today.
 *
 * <h2>Modelled</h2>
 *
 * A round sends all that waited at its beginning. Constant rate: the last round is the first that
 * fits into the downtime limit. Xen 2005: at least 100 Mbit/s, then the rate of dirtying plus 50
 * Mbit/s, up to a maximum, or until less than 256 KB remain; before each batch of 1024 pages it
 * looks at the log, and leaves out what has been written again since the round began (its peek);
 * pages go in an order that scatters them. Xen's library: at the link's rate, until fewer than 50
 * pages are dirty, or after five rounds; it sends all that waited.
 *
 * <h2>Left out</h2>
 *
 * The stunning of rogue processes.
 *
 * <h2>Source</h2>
 *
 * C. Clark et al.: Live Migration of Virtual Machines, NSDI 2005, 5.3; Xen,
 * tools/libs/guest/xg_sr_save.c; Xen 3, tools/libxc/xc_linux_save.c.
 *
 * <h2>Example</h2>
 *
 * {@code migrate: {vm: web, to: h2, engine: xen-2005, max-bandwidth: 500 Mbps}}
 */
package vdcsim.hypervisor.migration.rounds;
