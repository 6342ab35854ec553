/**
 * Post-copy, pure or after some rounds of pre-copy (hybrid).
 *
 * <h2>Modelled</h2>
 *
 * The machine stops, its state is sent, and it runs at the destination. Pages are pushed within the
 * cap, each once. A page that the guest writes and that has not come is asked for, and the guest
 * waits for it: the share of its writes that meet such a page, and the time that one takes, slow it
 * down. Faults are expected numbers; where the guest's pages are counted one by one, each fault is
 * one, and the push goes on behind or around it.
 *
 * <h2>Left out</h2>
 *
 * Reads of pages that are not in the working set; the queue of the stream in which a page that was
 * asked for waits; several bubbles at once.
 *
 * <h2>Source</h2>
 *
 * M. R. Hines, K. Gopalan: Post-copy based live virtual machine migration, VEE 2009; QEMU, the
 * manual on postcopy.
 *
 * <h2>Example</h2>
 *
 * {@code migrate: {vm: web, to: h2, engine: post-copy, rounds: 1}}
 */
package vdcsim.hypervisor.migration.postcopy;
