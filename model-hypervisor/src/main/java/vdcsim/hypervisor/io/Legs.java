package vdcsim.hypervisor.io;

/**
 * The parts of the way of an exit, in cycles: whoever says where an exit goes puts it together of
 * these.
 *
 * @param exit out of the guest
 * @param entry into the guest
 * @param crossing from the kernel to a process, and from the process to the kernel, each
 * @param event telling somebody who works elsewhere
 * @param worldSwitch between the world of a hosted monitor and that of its host, each way
 */
public record Legs(long exit, long entry, long crossing, long event, long worldSwitch) {}
