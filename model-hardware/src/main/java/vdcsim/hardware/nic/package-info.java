/**
 * What is on a physical network card: the facet {@code nic-hardware} of hosts.
 *
 * <h2>Modelled</h2>
 *
 * Rings of descriptors both ways; frames and descriptors that cross the card's PCI Express link;
 * receive-side scaling by the hash of the flow, a queue a processor; interrupts as far apart as
 * moderation asks, at a fixed rate or at one that follows the packets; the routine of the interrupt
 * and the driver's poll on the processor's interrupt context, beyond the budget in a thread; a
 * driver without polling, which takes every frame in the interrupt and can starve all else, where a
 * poll takes no more than the stack has time for. Long segments that the card cuts: one set of
 * headers and few descriptors for 64 KiB of memory; received segments that it joins between two
 * interrupts; checksums, for which the stack pays where the card does not compute them.
 *
 * <h2>Left out</h2>
 *
 * Interrupts for frames that were sent; flow control; a queue of the system before a full ring: the
 * host's own stack waits, forwarded frames are dropped at once. The pieces of a long segment are
 * there from the beginning, byte for byte as a card would cut them. A card of a bridge that joins
 * has its long frames dropped as too long, where Linux turns joining off. Virtual functions and
 * queues for machines fetch frame by frame.
 *
 * <h2>Source</h2>
 *
 * Intel 82576 and 82599 data sheets (7.2.4 for cutting, 7.11 for joining); Linux {@code
 * net/core/dev.c} and ixgbe; Dong et al., HPCA 2010, IV.D for adaptive moderation; Mogul and
 * Ramakrishnan, TOCS 1997 for livelock; Microsoft, RSS hash types.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {nic-hardware: {eth0: {queues: 4, moderation: 8 kHz}}}}}; library scenario
 * {@code interrupt-moderation}, {@code segmentation-offload}, {@code receive-livelock}.
 */
package vdcsim.hardware.nic;
