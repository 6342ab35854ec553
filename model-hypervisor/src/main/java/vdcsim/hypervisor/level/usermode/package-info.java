/**
 * User-Mode Linux with a tracing thread, as in 2003.
 *
 * <h2>Modelled</h2>
 *
 * Each system call is stopped twice: when it is annulled, and when the guest's kernel has done it.
 * A page fault comes as a signal that is stopped twice, and the page is mapped by a call of the
 * host. A new process, and a new program, is a new process of the host, which maps all of the
 * guest's memory; its address space is mapped page by page. What a call costs follows from these
 * counts and from the costs of native Linux; what a stop costs, and what a switch between the
 * guest's processes costs beyond the host's, are inputs.
 *
 * <h2>Left out</h2>
 *
 * That the guest's kernel masks signals by calls of the host where a native one uses one
 * instruction, so that calls with much work in the kernel (stat, create, delete) come out too
 * cheap; how much memory the measured guests had, which makes up most of a fork; separate kernel
 * address spaces (skas), and seccomp.
 *
 * <h2>Source</h2>
 *
 * Dike, ALS 2000 (annulled call, signal at the end) and OLS 2002 (four context switches a call);
 * Barham et al., SOSP 2003, tables 3 to 5.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {p: {type: program, on: h1, level: user-mode-linux, phases: [{calls:
 * {null-call: 1}}]}}}; library scenario {@code levels-of-virtualization}.
 */
package vdcsim.hypervisor.level.usermode;
