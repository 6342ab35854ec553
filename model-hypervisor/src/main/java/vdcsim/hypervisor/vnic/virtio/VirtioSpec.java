package vdcsim.hypervisor.vnic.virtio;

/**
 * What a virtio network card was made with.
 *
 * @param ring descriptors of each queue
 * @param eventIndex whether each side says at which entry it wants to be told
 * @param offload whether guest and host hand each other trains of segments
 */
public record VirtioSpec(int ring, boolean eventIndex, boolean offload) {}
