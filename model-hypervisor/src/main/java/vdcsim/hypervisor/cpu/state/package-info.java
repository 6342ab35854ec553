/**
 * Architectural state, what instructions do to it, and the guest's machine as it should be and as
 * it is.
 *
 * <h2>Modelled</h2>
 *
 * The flags, control and descriptor-table registers, the mode, a general register that instructions
 * read into, the pages that each page table maps, ports. Rings: a privileged instruction traps
 * above ring 0, and what is critical takes effect on the host's registers, or silently none. Frames
 * of the host that belong to a guest, and a monitor that refuses all others.
 *
 * <h2>Left out</h2>
 *
 * Arithmetic, memory contents, segments other than the kernel's, the I/O privilege level (always
 * 0), interrupts that arrive, debug registers. An instruction that goes to another segment is held
 * only to the privilege that it sees or checks.
 *
 * <h2>Source</h2>
 *
 * Intel SDM volumes 2 and 3; Robin and Irvine 2000, section 3.
 *
 * <h2>Example</h2>
 *
 * Library scenario {@code rings-and-traps}.
 */
package vdcsim.hypervisor.cpu.state;
