/**
 * Disks that move with a machine, where they are not shared.
 *
 * <h2>Modelled</h2>
 *
 * A pass over all of the disk, over a connection of its own that contends with all others; passes
 * over what was written meanwhile; as soon as that is no more than one piece of 16 MiB, memory
 * follows, and each write to the disk goes to both sides. A machine that writes faster than is
 * copied never gets there.
 *
 * <h2>Left out</h2>
 *
 * The disks themselves, at both ends; blocks that are written twice within a pass, which go once;
 * the flush of the last piece while the machine stands still; images with a chain of backing files.
 *
 * <h2>Source</h2>
 *
 * QEMU, block/mirror.c; libvirt, migration with {@code --copy-storage-all}, which mirrors disks
 * over NBD before it sends memory.
 *
 * <h2>Example</h2>
 *
 * {@code migrate: {vm: web, to: h2, storage: 20 GiB}}
 */
package vdcsim.hypervisor.migration.storage;
