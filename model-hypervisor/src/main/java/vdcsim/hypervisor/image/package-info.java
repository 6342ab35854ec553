/**
 * Images of disks: raw, and qcow2 with images behind it.
 *
 * <h2>Modelled</h2>
 *
 * Raw images; qcow2 with its two levels of tables, the second in a cache whose misses are read and
 * whose changes are written back; clusters that get a place when they are first written, with what
 * the write leaves out copied from behind; chains of any length, in which a read goes back until an
 * image holds the cluster.
 *
 * <h2>Left out</h2>
 *
 * The tables of reference counts, which are read and written once for 2 GiB; snapshots within an
 * image, compression, encryption, discarding; the place of tables in the file, which are read and
 * written at its beginning; processor time for looking things up, which is part of what the process
 * spends on a request.
 *
 * <h2>Source</h2>
 *
 * QEMU, docs/interop/qcow2.txt and docs/qcow2-cache.txt.
 *
 * <h2>Example</h2>
 *
 * {@code disks: {vda: {on: sda, layers: [raw, {format: qcow2, filled: 20 %}]}}}; library scenario
 * {@code disk-images}.
 */
package vdcsim.hypervisor.image;
