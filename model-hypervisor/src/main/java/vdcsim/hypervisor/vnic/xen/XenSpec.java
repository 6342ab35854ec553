package vdcsim.hypervisor.vnic.xen;

/**
 * What a split driver was made with.
 *
 * @param ring slots of each ring
 * @param offload whether trains of segments pass as one packet
 * @param transfer how data get across
 * @param sharedThread whether one thread of the driver domain serves all of its cards
 */
public record XenSpec(int ring, boolean offload, Transfer transfer, boolean sharedThread) {}
