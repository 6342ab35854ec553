/**
 * Disks of virtual machines (the key {@code disks} of vms): what the guest sees, and who in the
 * host stands for it.
 *
 * <h2>Modelled</h2>
 *
 * The guest's kernel and driver on its virtual processors; virtio-blk with its queue, served by
 * QEMU's main loop, by a thread of the kernel, or by one that waits for each request; an IDE disk,
 * each register that libata touches an exit; a SCSI disk whose scripts are started by one write;
 * Xen's frontend and backend with grants and event channels. The process in the host is a task that
 * pays for what it does and for the host's kernel, and a guest's disk need not be like the real
 * one. The five cache modes of QEMU: past the page cache of the host or through it by a pool of
 * threads, with each write flushed, with flushes as the guest asks, or with none. Writes that QEMU
 * 0.12 to 2.2 hands on together, and that end together.
 *
 * <h2>Left out</h2>
 *
 * Moving a disk's machine to another host: its images stay, and so does the thread that serves
 * them; several virtqueues, and other virtual processors than the first for interrupts; the lock of
 * QEMU that its threads share; for IDE and SCSI, that the processor's own thread begins a request,
 * and not the main loop; the handshake of Xen's drivers.
 *
 * <h2>Source</h2>
 *
 * VirtIO 1.1, 5.2; QEMU 1.5, block.c, hw/block/virtio-blk.c and hw/ide/pci.c; Linux,
 * drivers/ata/libata-sff.c and drivers/scsi/sym53c8xx_2; Xen, io/blkif.h; Agache et al., NSDI 2020.
 *
 * <h2>Example</h2>
 *
 * {@code vms: {web: {on: h1, memory: 4 GiB, disks: {vda: {on: sda, model: ide}}}}}; library
 * scenario {@code disk-virtualization}.
 */
package vdcsim.hypervisor.vdisk;
