/**
 * Pause-loop exiting: the processor notices that a guest's kernel spins, and the hypervisor lets
 * another virtual processor run.
 *
 * <h2>Modelled</h2>
 *
 * A loop whose PAUSE instructions lie closer together than the gap, and which lasts for a window,
 * leads to an exit; entering the guest begins the window anew. KVM: the window grows while the
 * virtual processor stays on its core, and shrinks when it gets one; the exit is a directed yield,
 * round robin, to a virtual processor of the same machine that is ready, was stopped in its kernel,
 * and has not itself just given up a core because it spun. The host's scheduler honours that as far
 * as its own claims allow (Linux, yield_to; the buddies of its fair scheduler). Under Xen's
 * schedulers the exit is a plain yield.
 *
 * <h2>Left out</h2>
 *
 * Interrupts of the guest's own clock, which begin the window anew; spinning in user mode, which
 * never exits; pending interrupts as a reason to choose a virtual processor.
 *
 * <h2>Source</h2>
 *
 * Intel SDM volume 3, 25.1.3; Linux 6.1, arch/x86/kvm/vmx/vmx.c (handle_pause, grow_ple_window) and
 * virt/kvm/kvm_main.c (kvm_vcpu_on_spin); Xen, xen/arch/x86/hvm/vmx/vmx.c.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, vcpus: 4, memory: 1 GiB, cpu: {pause-loop-exiting: {}}}}}; library
 * scenario {@code lock-holder-preemption}.
 */
package vdcsim.hypervisor.pauseloop;
