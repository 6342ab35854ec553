/**
 * Virtual machines. A package for each mechanism:
 *
 * <ul>
 *   <li>{@code vm}: machines on hosts, and what they do
 *   <li>{@code dirty}: how a guest writes to its memory
 *   <li>{@code migration}: stop-and-copy, pre-copy, post-copy, hybrid
 * </ul>
 *
 * <p>What will live here:
 *
 * <ul>
 *   <li>{@code cpu}: native, interpreter, trap-and-emulate, binary translation, paravirtualization,
 *       hardware assistance; the Popek and Goldberg theorem decided from an instruction table
 *   <li>{@code memory}: physical maps, shadow, nested and direct paging, over-commit
 *   <li>{@code io}: device interception, emulation, split drivers, direct assignment
 *   <li>{@code vnic}: emulated and paravirtual network cards, SLIRP, taps
 * </ul>
 */
package vdcsim.hypervisor;
