/**
 * What models of virtual network cards have in common: their two ends, their costs, the threads of
 * the host that serve them, the rings and the registers that drivers use.
 *
 * <h2>Modelled</h2>
 *
 * A thread in the host that sleeps, is woken, and takes turns; rings of descriptors; the driver of
 * a card behind registers with its interrupt handler and its poll; QEMU's lock, for which its
 * threads wait. Where a card's machine goes, another task of the new host serves it.
 *
 * <h2>Left out</h2>
 *
 * A virtual processor that waits for the lock can compute something else meanwhile; other virtual
 * processors than the first for interrupts.
 *
 * <h2>Source</h2>
 *
 * QEMU, {@code cpus.c} (the big lock), {@code net/tap.c}; Linux, {@code net/core/dev.c} (NAPI). The
 * costs in {@code costs.txt} name theirs.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code nic-virtualization}.
 */
package vdcsim.hypervisor.vnic.card;
