/**
 * VT-d: what stands between devices that are given to machines, and the host's memory and
 * processors.
 *
 * <h2>Modelled</h2>
 *
 * DMA remapping: root table, context tables by bus, device and function, domains, second-level
 * tables of 3 to 5 levels with pages of 4 KiB, 2 MiB and 1 GiB and the rights read and write,
 * walked entry by entry by a few walkers; caches of contexts, of translations (IOTLB) and of upper
 * entries, each with a capacity; the invalidation queue, until whose turn what is cached is used.
 * Interrupt remapping: messages that name an entry, the table's entries with vector, processor and
 * the function that may use them, the cache of entries; messages without an entry, blocked. Posted
 * interrupts: descriptors, a notification for a virtual processor that runs, a wake-up for one that
 * is halted, none for one that waits. Faults by reason, the fault recording registers with their
 * overflow, and the handler of the fault event, which works on the host. Whose memory an address
 * is, also where there is no unit: what a stray request overwrites or reads is counted there.
 *
 * <h2>Left out</h2>
 *
 * First-level and scalable-mode tables, PASIDs, device TLBs (ATS), page requests; the host's own
 * devices, which pass untranslated (Linux, {@code iommu=pt}); packets of one request that pass
 * while others are blocked; what descriptors of a ring take of the IOTLB beside the buffers; delays
 * of interrupts in the unit, as entries that are not cached; lowest-priority destinations. Nobody
 * says how real IOTLBs are organised: this one is fully associative, and the least recently used
 * makes room.
 *
 * <h2>Source</h2>
 *
 * Intel Virtualization Technology for Directed I/O, architecture specification 2.4, chapters 3, 5,
 * 6, 7, 9 and appendix A; Neugebauer et al., SIGCOMM 2018, 6.5, and Malka et al., ASPLOS 2015, for
 * what it costs; Linux, {@code drivers/iommu/intel}.
 *
 * <h2>Example</h2>
 *
 * {@code hosts: {h1: {iommu: {posted-interrupts: true, iotlb: 64}}}}; library scenario {@code
 * passthrough-isolation}.
 */
package vdcsim.hardware.iommu;
