/**
 * Stop-and-copy: the machine stands still while all of its memory is sent.
 *
 * <h2>Modelled</h2>
 *
 * Every page once, as fast as the link goes; downtime and total time are the same but for the
 * connection.
 *
 * <h2>Left out</h2>
 *
 * Saving to a file, and restoring from it.
 *
 * <h2>Source</h2>
 *
 * C. Clark et al.: Live Migration of Virtual Machines, NSDI 2005, 3.1 and 4.2.
 *
 * <h2>Example</h2>
 *
 * {@code migrate: {vm: web, to: h2, engine: stop-and-copy}}
 */
package vdcsim.hypervisor.migration.stopandcopy;
