/**
 * Memory over-commitment: a host whose machines together have more memory than it has.
 *
 * <h2>Modelled</h2>
 *
 * Every frame and every page of every guest. A guest's kernel, files and programs touch pages; a
 * page gets its frame at its first touch. A division of the memory by minima, shares and the tax on
 * idle memory, every 15 s and when the state of free memory changes. The states high, soft, hard
 * and low with their thresholds, and a margin for the way back. Balloons in the soft state, filled
 * by VMware's driver or as a virtio device, whose guests may report free memory at any time;
 * swapping in the hard one, and in the soft one of machines whose balloon cannot take more; in the
 * low one machines above their targets stand still besides. Page sharing all the time, and of a
 * page that would be swapped. What a guest loses is the time of its faults: a copy at the first
 * write, a read from the host's disk during which the virtual processor stands still, its own
 * paging when the balloon grows. Admission by minima, overheads and swap space. A host that swaps
 * not and has no frame left for a second stops its largest machine, as Linux does.
 *
 * <h2>Left out</h2>
 *
 * Machines that move or are started again; a maximum below a machine's memory; NUMA; remapping of
 * pages for devices; large pages; memory that the hypervisor gives to itself; compression. All
 * disks are one kind, and guests' disks and the swap file are on the same ones.
 *
 * <h2>Source</h2>
 *
 * C. A. Waldspurger: Memory Resource Management in VMware ESX Server, OSDI 2002; VMware ESX Server
 * 2.5, Administration Guide, chapter 12, for periods and rates.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {cpu: {}, hypervisor: 512 MiB, overcommit: {}}}, vms: {a: {on: h1, memory: 256
 * MiB, memory-policy: {min: 32 MiB, shares: 1000}}}}; library scenarios {@code memory-overcommit}
 * and {@code idle-tax}.
 */
package vdcsim.hypervisor.memory.overcommit;
