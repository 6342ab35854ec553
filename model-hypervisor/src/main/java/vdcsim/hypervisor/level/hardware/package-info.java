/**
 * Virtualization at the level of the hardware: a guest with a kernel of its own.
 *
 * <h2>Modelled</h2>
 *
 * The guest's kernel does for a call what a native one does; the system calls, page faults, context
 * switches and page-table updates in it go through a technique of {@code hypervisor.cpu}, which
 * adds its own cycles. A guest is booted before a program can start in it, and has its memory to
 * itself.
 *
 * <h2>Left out</h2>
 *
 * Devices, for which see {@code hypervisor.vmm}; firmware; sharing of equal pages between guests.
 *
 * <h2>Source</h2>
 *
 * That of {@code hypervisor.cpu}.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {p: {type: program, on: h1, level: hardware, hardware: {technique:
 * paravirtualization}, phases: [{calls: {fork: 1}}]}}}; library scenario {@code
 * levels-of-virtualization}.
 */
package vdcsim.hypervisor.level.hardware;
