package vdcsim.hypervisor.vnic.rtl8139;

/**
 * What an RTL8139C+ was made with.
 *
 * @param ring descriptors of each ring
 * @param offload whether the card cuts segments by itself
 */
public record Rtl8139Spec(int ring, boolean offload) {}
