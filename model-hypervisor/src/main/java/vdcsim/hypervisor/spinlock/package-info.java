/**
 * Spin locks on virtual processors: what happens when the holder has no processor.
 *
 * <h2>Modelled</h2>
 *
 * Threads that compute without and with a lock. Ticket locks, which pass in order, also to a thread
 * that has no processor; test-and-set locks, which whoever computes takes; passing on that takes
 * the time of a cache line's move. Who waits spins, and the host sees a busy processor; or spins
 * for a time, then halts and is woken. Nothing is said of preemption: that a thread with the lock
 * loses its processor follows from the scheduler of the host.
 *
 * <h2>Left out</h2>
 *
 * Co-scheduling; contention for the memory bus by those that spin; queued locks (MCS), which wait
 * as ticket locks do.
 *
 * <h2>Source</h2>
 *
 * Uhlig et al., Towards Scalable Multiprocessor Virtual Machines, VM 2004; Friebel and Biemueller,
 * How to Deal with Lock Holder Preemption, Xen Summit 2008; Linux, arch/x86/kernel/kvm.c.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {kernel: {type: locked-work, on: web, outside: 50 us, inside: 5 us}}}; library
 * scenario {@code lock-holder-preemption}.
 */
package vdcsim.hypervisor.spinlock;
