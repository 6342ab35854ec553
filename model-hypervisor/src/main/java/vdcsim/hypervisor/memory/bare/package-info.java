/**
 * Paging without a monitor: what the others are compared with.
 *
 * <h2>Modelled</h2>
 *
 * One walk through the kernel's own tables, whose entries name frames of the machine. Nothing is
 * checked: a frame of another is reached, and counted.
 *
 * <h2>Left out</h2>
 *
 * Frames that no memory answers for.
 *
 * <h2>Source</h2>
 *
 * Intel SDM volume 3, 4.5.
 *
 * <h2>Example</h2>
 *
 * {@code paging: native}.
 */
package vdcsim.hypervisor.memory.bare;
