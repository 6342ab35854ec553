/**
 * Virtual processors: a machine's processors inside, tasks of the host outside.
 *
 * <h2>Modelled</h2>
 *
 * Each virtual processor is a task of the host's scheduler, ready as long as the guest has
 * something to run on it; the guest has a scheduler of its own, whose tasks stand still, and go on
 * spinning in their own eyes, while the virtual processor has no real one. A machine is a group of
 * the host (under credit and credit2 a domain) with a weight and a cap; steal time; pinning; more
 * virtual processors than real ones. Halting, throttling (QEMU: turns of 10 ms and sleep between
 * them), and the move to another host with another clock. A kernel that spins may lead to an exit,
 * as {@link vdcsim.hypervisor.pauseloop} says.
 *
 * <p>On a host that shares its cores without turns the machine is a {@link
 * vdcsim.hardware.cpu.sharing.Share}, with the same weight and cap.
 *
 * <h2>Left out</h2>
 *
 * Without turns: the guest's own scheduler, so that only batches of tasks run there.
 *
 * <p>What an exit at halting and a kick at waking cost beside the host's context switch;
 * co-scheduling; work of a machine that was switched off, which waits for its next start.
 *
 * <h2>Source</h2>
 *
 * Linux, virt/kvm/kvm_main.c (a virtual processor is a thread), cpuacct and steal time; Xen, credit
 * scheduler; QEMU, softmmu/cpu-throttle.c.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, vcpus: 2, memory: 4 GiB, cpu: {weight: 512, cap: 150}}}}; library
 * scenario {@code noisy-neighbour}.
 */
package vdcsim.hypervisor.vcpu;
