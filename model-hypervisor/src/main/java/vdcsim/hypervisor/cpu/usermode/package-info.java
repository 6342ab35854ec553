/**
 * A kernel that is a process of its host, as User-Mode Linux.
 *
 * <h2>Modelled</h2>
 *
 * Programs are traced: each system call stops twice and is annulled, each fault comes as a signal
 * and stops once or twice, so that the guest's kernel, a process too, handles it. What the kernel
 * asks of its host, call by call: pages unmapped and mapped one by one for a fault, a fork and an
 * exec, whose forced flush goes through all entries of the page tables; masks of signals in place
 * of the interrupt flag, and before each access to a program's memory. Two ways of the kernel's
 * place: an address space of its own (skas), or that of each program (tt), where a new program is a
 * new process of the host that maps all of the guest's memory. All of it is composed of what the
 * host's operations cost without a guest; two figures of the guest are inputs, what an entry into
 * its kernel and what a switch between its programs cost beyond that.
 *
 * <h2>Left out</h2>
 *
 * What the guest's kernel does elsewhere with interrupts off: only the calls whose counts say so
 * ({@code programs.txt}) are charged for it. A page is unmapped until it is used again after a
 * fork, since its bit for that is the kernel's own: a fault for each page that the child only
 * reads. How the host's own costs grow with the mappings that a process has. Pages of the guest's
 * kernel that the TLB forgets with each switch, where a kernel of its own machine has large ones
 * that stay. Later versions, which mask no signals and gather mappings.
 *
 * <h2>Source</h2>
 *
 * User-Mode Linux 2.4, {@code arch/um/kernel/skas} (process.c, tlb.c, uaccess.c), {@code tt} and
 * {@code signal_user.c}; Dike, OLS 2002; costs of Barham et al., SOSP 2003, who measured skas3.
 *
 * <h2>Example</h2>
 *
 * {@code technique: user-mode-kernel}; library scenarios {@code user-mode-linux} and, beside
 * others, {@code levels-of-virtualization}.
 */
package vdcsim.hypervisor.cpu.usermode;
