/**
 * How a virtual machine starts.
 *
 * <h2>Modelled</h2>
 *
 * Four phases, each left out unless given: the hypervisor makes the machine, firmware, kernel, user
 * space. Each reads from the host's images, at a rate that all machines of the host share; computes
 * on the host's processors beside all other tasks, where the host has processors; and waits. So a
 * storm of starts is slow by itself.
 *
 * <h2>Left out</h2>
 *
 * Several processors in a start; a page cache that spares the second machine its reads; the
 * toolstack's locks and lists, which make the thousandth machine of Xen slower than the first.
 *
 * <h2>Source</h2>
 *
 * F. Manco et al.: My VM is lighter (and safer) than your container, SOSP 2017, 4.2 (create and
 * boot of Debian 500 ms and 1.5 s, of a unikernel 80 ms and 3 ms); A. Agache et al.: Firecracker,
 * NSDI 2020, 5.1 (boot of a microVM 110 to 160 ms, of QEMU 244 ms). Such figures are inputs.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, memory: 1 GiB, boot: {create: 500 ms, firmware: {waits: 1 s}, kernel:
 * 300 ms, user-space: {cpu: 1 s, disk: 100 MiB}}}}}
 */
package vdcsim.hypervisor.boot;
