/**
 * Pre-copy as QEMU does it.
 *
 * <h2>Modelled</h2>
 *
 * A cap, the bandwidth as estimated over 100 ms, the downtime limit; a look each 100 ms or third of
 * the limit, whichever is less; synchronization of the log when what remains falls below bandwidth
 * times limit, as often as it does; leftover and newly dirtied pages merge as sets. The last phase
 * has no cap. Auto-converge: from 20 % in steps of 10 % to 99 % of the processors' time.
 *
 * <h2>Left out</h2>
 *
 * The time that xbzrle takes to compare pages; bursts within a slice; a ceiling on the number of
 * rounds.
 *
 * <h2>Source</h2>
 *
 * QEMU, migration/migration.c, migration/ram.c and migration/options.c.
 *
 * <h2>Example</h2>
 *
 * {@code migrate: {vm: web, to: h2, engine: pre-copy, max-bandwidth: 1 Gbps, downtime-limit: 300
 * ms}}
 */
package vdcsim.hypervisor.migration.precopy;
