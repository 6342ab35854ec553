/**
 * A kernel that is a process of its host, as User-Mode Linux.
 *
 * <h2>Modelled</h2>
 *
 * Programs are processes of the host that a tracer stops at each system call and at each fault, so
 * that the guest's kernel, a process too, handles it; the switch between two of them.
 *
 * <h2>Left out</h2>
 *
 * What the guest's kernel pays to build an address space out of mappings of the host, so that a
 * fork and an exec are predicted far too fast; what it pays to reach a program's memory.
 *
 * <h2>Source</h2>
 *
 * Dike, A User-Mode Port of the Linux Kernel, 2000; costs of Barham et al., SOSP 2003.
 *
 * <h2>Example</h2>
 *
 * {@code technique: user-mode-kernel}; library scenario {@code macro-workloads}.
 */
package vdcsim.hypervisor.cpu.usermode;
