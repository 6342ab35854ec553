/**
 * The workload {@code fio}: threads that keep requests to a disk under way.
 *
 * <h2>Modelled</h2>
 *
 * Jobs with a queue depth, on a host or in a virtual machine; reads and writes, in order or at
 * random places, or mixed; what the thread itself computes for a request; making writes safe, by a
 * flush or by the journal of a file system.
 *
 * <h2>Left out</h2>
 *
 * Files, so that the disk itself is read and written; its own page cache: all requests are direct;
 * handing several requests to the kernel in one call.
 *
 * <h2>Source</h2>
 *
 * fio, engine libaio with direct=1.
 *
 * <h2>Example</h2>
 *
 * {@code workloads: {bench: {type: fio, on: h1, disk: sda, pattern: random-read, depth: 16}}};
 * library scenario {@code disk-virtualization}.
 */
package vdcsim.hardware.fio;
