/**
 * Live migration: {@code migrate} on the time line.
 *
 * <h2>Modelled</h2>
 *
 * A machine moves to another host by one of the engines, each in a package below: QEMU's pre-copy
 * with auto-converge, stop-and-copy, post-copy and hybrid, whole rounds by the textbook, by Xen of
 * 2005 and by Xen's library. The destination must have room, and reserves it. Pages travel over the
 * network beside all other flows.
 *
 * <h2>Left out</h2>
 *
 * Guests have no network cards yet: no address moves, no gratuitous ARP, no gap at a client.
 * Storage is shared. xbzrle, multifd and compression. Devices that are passed through. Writes that
 * follow from a guest's workload. Cancelling; recovery of a post-copy that broke.
 *
 * <h2>Source</h2>
 *
 * See the engines' packages.
 *
 * <h2>Example</h2>
 *
 * {@code events: [{at: 1 s, migrate: {vm: web, to: h2, downtime-limit: 100 ms}}]}; library scenario
 * {@code migration-precopy}.
 */
package vdcsim.hypervisor.migration;
