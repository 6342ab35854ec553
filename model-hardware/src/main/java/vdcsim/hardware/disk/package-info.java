/**
 * Disks: hard disks, flash on SATA, flash on PCI Express (the key {@code disks} of hosts).
 *
 * <h2>Modelled</h2>
 *
 * Flushes, which wait for what a memory holds that is lost with the power; a hard disk's arm,
 * rotation and zones, its queue in the order in which the head reaches things, and its reading
 * ahead; flash as dies and channels that each do one thing at a time, behind a controller and a
 * buffer for writes; the links, SATA half duplex, NVMe by its entries and messages over PCI
 * Express; the queue of the disk, and what waits before it; what a request costs the host's kernel,
 * on the thread that asks.
 *
 * <h2>Left out</h2>
 *
 * A hard disk's heads and defects, and reads out of its memory for writes; writes that go past that
 * memory (FUA), for which a write and a flush stand; the mapping tables of flash, erasing and the
 * collection of garbage, for which {@code write-amplification} stands; merging and sorting in the
 * kernel; locks between threads that use one disk.
 *
 * <h2>Source</h2>
 *
 * Ruemmler and Wilkes, IEEE Computer 1994; Jacobson and Wilkes 1991; Agrawal et al., USENIX ATC
 * 2008, for flash; SATA 3.0; NVM Express 1.3.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {cpu: {cores: 4}, disks: {sda: ssd}}}}; library scenario {@code
 * disk-virtualization}.
 */
package vdcsim.hardware.disk;
