package vdcsim.hypervisor.vnic.vmxnet;

/**
 * What a vmxnet card was made with.
 *
 * @param ring descriptors of each ring
 * @param offload whether trains of segments pass as one packet
 * @param moderationNs the least time between two interrupts; zero for none
 */
public record VmxnetSpec(Generation generation, int ring, boolean offload, long moderationNs) {}
