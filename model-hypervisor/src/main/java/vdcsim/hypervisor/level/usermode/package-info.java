/**
 * User-Mode Linux as a level of virtualization.
 *
 * <h2>Modelled</h2>
 *
 * What becomes of a program's calls under the technique {@code hypervisor.cpu.usermode}: the same
 * counts of stops and of calls of the host, by what happens in each call.
 *
 * <h2>Left out</h2>
 *
 * What the technique leaves out.
 *
 * <h2>Source</h2>
 *
 * That of {@code hypervisor.cpu.usermode}; Barham et al., SOSP 2003, tables 3 to 5.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {p: {type: program, on: h1, level: user-mode-linux, phases: [{calls:
 * {null-call: 1}}]}}}; library scenario {@code levels-of-virtualization}.
 */
package vdcsim.hypervisor.level.usermode;
