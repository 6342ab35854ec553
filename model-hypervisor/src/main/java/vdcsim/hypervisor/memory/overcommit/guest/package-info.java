/**
 * What a guest's operating system does with the memory that it believes to have.
 *
 * <h2>Modelled</h2>
 *
 * Free pages; a page cache and the memory of programs, each in the order of last use; a kernel
 * whose pages stay. A page is found by taking a free one, else the oldest of the page cache, down
 * to a fiftieth of the memory, else the oldest of the programs. Dirty pages are written in groups
 * before they go; what was there is read again when it is used. Free pages keep what they held.
 * What pages hold, as a hash: zeros, files of an image that other guests have too, or something of
 * the guest's own.
 *
 * <h2>Left out</h2>
 *
 * Read-ahead; writing back by age; pages that the kernel keeps free; a second thread that uses a
 * page on its way from the disk does not wait; killing when the memory runs out.
 *
 * <h2>Source</h2>
 *
 * M. Gorman: Understanding the Linux Virtual Memory Manager, 2004, chapters 10 and 11.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {a: {on: h1, memory: 256 MiB, memory-policy: {kernel: 8 MiB, image: linux, common: 20
 * MiB}}}}.
 */
package vdcsim.hypervisor.memory.overcommit.guest;
