package vdcsim.hypervisor.vnic.e1000;

/**
 * What an e1000 was made with.
 *
 * @param ring descriptors of each ring
 * @param offload whether the card cuts segments by itself
 * @param moderationNs the least time between two interrupts; zero for none
 * @param batching whether the driver leaves out doorbells that the next interrupt makes up for
 */
public record E1000Spec(int ring, boolean offload, long moderationNs, boolean batching) {}
