/**
 * Virtual machines. A package for each mechanism:
 *
 * <ul>
 *   <li>{@code vm}: machines on hosts, and what they do
 *   <li>{@code vcpu}: virtual processors as tasks of hosts
 *   <li>{@code spinlock}: locks whose holder has no processor
 *   <li>{@code dirty}: how a guest writes to its memory
 *   <li>{@code memory.overcommit}: machines that together have more memory than their host
 *   <li>{@code migration}: stop-and-copy, pre-copy, post-copy
 *   <li>{@code isa}: instruction sets, and the theorems of Popek and Goldberg
 *   <li>{@code cpu}: techniques of running a guest: native, interpretation, trap-and-emulate,
 *       binary translation, paravirtualization, hardware assistance
 *   <li>{@code vmm}: where an exit goes, by where the monitor stands
 *   <li>{@code level}: a program at the level of the language, the programming interface, the
 *       operating system, a user-mode kernel, the hardware
 * </ul>
 *
 * <p>What will live here:
 *
 * <ul>
 *   <li>{@code memory}: physical maps, shadow, nested and direct paging, over-commit
 *   <li>{@code io}: device interception, emulation, split drivers, direct assignment
 *   <li>{@code vnic}: emulated and paravirtual network cards, SLIRP, taps
 * </ul>
 */
package vdcsim.hypervisor;
