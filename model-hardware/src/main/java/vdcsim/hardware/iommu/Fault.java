package vdcsim.hardware.iommu;

/**
 * What a fault recording register holds (VT-d 2.4, 10.4.14).
 *
 * @param atNs when it was recorded
 * @param reason why the request was blocked
 * @param source whose request it was
 * @param isWrite whether it was a write
 * @param address the page that was asked for; of an interrupt its index, or its vector where it has
 *     none
 */
public record Fault(
    long atNs, FaultReason reason, SourceId source, boolean isWrite, long address) {}
