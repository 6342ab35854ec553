/**
 * Live migration: {@code migrate} on the time line.
 *
 * <h2>Modelled</h2>
 *
 * A machine moves to another host by one of the engines, each in a package below: QEMU's pre-copy
 * with auto-converge and xbzrle, stop-and-copy, post-copy and hybrid, whole rounds by the textbook,
 * by Xen of 2005 and by Xen's library. It goes through six stages; the destination must have room,
 * and reserves it. Pages travel over the network beside all other flows, over one connection or
 * several, whose threads may compress. Disks are shared, or mirrored first. A host goes down with
 * its machines ({@code crash-host}); a migration that broke behind the hand-over is recovered
 * ({@code recover-migration}). A host is emptied, a few machines at a time ({@code evacuate}).
 *
 * <p>A machine whose addresses cannot move is not let go: its cards need a bridge of the same name
 * at the destination, which a broadcast reaches untagged from the one where they are, over switches
 * and trunks that carry their VLAN, and not over routers; and cards that are devices of the host
 * cannot move, unless a virtio card stands by: then the guest gives the device up before memory is
 * copied, for which the migration waits until it gives up. What the network notices is measured at
 * the cards: the gap until the machine hears again, and the frames lost.
 *
 * <h2>Left out</h2>
 *
 * The processors' time that a migration takes at both hosts, but for the speed of threads that
 * compress. Cancelling. Frames that are still under way to the old host when the switches have been
 * told: the bridge there counts them.
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
