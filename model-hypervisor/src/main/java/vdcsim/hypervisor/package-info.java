/**
 * Virtual machines. A package for each mechanism:
 *
 * <ul>
 *   <li>{@code vm}: machines on hosts, and what they do
 *   <li>{@code vcpu}: virtual processors as tasks of hosts
 *   <li>{@code spinlock}: locks whose holder has no processor
 *   <li>{@code dirty}: how a guest writes to its memory
 *   <li>{@code memory}: physical maps, page tables, shadow, nested and direct paging, over-commit
 *   <li>{@code migration}: stop-and-copy, pre-copy, post-copy
 *   <li>{@code isa}: instruction sets, and the theorems of Popek and Goldberg
 *   <li>{@code cpu}: techniques of running a guest: native, interpretation, trap-and-emulate,
 *       binary translation, paravirtualization, hardware assistance
 *   <li>{@code vmm}: where an exit goes, by where the monitor stands
 *   <li>{@code level}: a program at the level of the language, the programming interface, the
 *       operating system, a user-mode kernel, the hardware
 *   <li>{@code boot}, {@code save}, {@code batch}: how machines begin, rest, and work in bulk
 *   <li>{@code io}: what a hypervisor does when a guest touches a device
 *   <li>{@code virtio}, {@code xen}: queues and rings that guest and host share
 *   <li>{@code vdisk}, {@code image}: disks of machines, and the files behind them
 *   <li>{@code vnic}, {@code slirp}: network cards of machines, and user networking
 * </ul>
 */
package vdcsim.hypervisor;
