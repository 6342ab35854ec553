/**
 * Interception: what becomes of a guest's access to a device, and of an interrupt on its way to it.
 *
 * <h2>Modelled</h2>
 *
 * A driver's accesses as steps of its virtual processor, each passed through, answered by a model
 * in the hypervisor's kernel, or by one in a process of the host, which works in the thread of the
 * virtual processor or elsewhere; doorbells with an event of the kernel behind them; the exits to
 * enter and to end an interrupt, which posted interrupts take away; hypercalls; all counted by
 * kind, with their cycles. The parts of an exit's way, of which {@code hypervisor.vmm} puts
 * together where an exit goes; a hosted monitor's accesses to a process switch the world as well.
 *
 * <h2>Left out</h2>
 *
 * Preemption of a piece of the guest's work by an interrupt; exits of the same instant that are
 * merged; what KVM itself does around the round trip on a processor other than that of its figures.
 *
 * <h2>Source</h2>
 *
 * kvm-unit-tests, 2017; QEMU, docs/specs/pci-testdev.txt; Dong et al., HPCA 2010; Intel SDM volume
 * 3. Each row of {@code *.txt} names its own.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code device-model-exits}.
 */
package vdcsim.hypervisor.io;
