/**
 * Physical things: hosts, network cards, cables. What else will live here, a package for each
 * mechanism: {@code cpu} (cores, rings, schedulers), {@code memory}, {@code pci}, {@code iommu},
 * {@code nic} (descriptor rings, SR-IOV), {@code disk}.
 */
package vdcsim.hardware;
