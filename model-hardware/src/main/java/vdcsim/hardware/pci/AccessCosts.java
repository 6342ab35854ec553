package vdcsim.hardware.pci;

/**
 * What an access of a real register costs the processor, in nanoseconds: it waits for the answer of
 * a read, and for a write only until that is on its way.
 *
 * @param portNs a port, read or written; ports are not posted
 * @param memoryReadNs an uncached read of memory
 * @param memoryWriteNs an uncached write of memory, which is posted
 * @param configNs the configuration space
 */
public record AccessCosts(long portNs, long memoryReadNs, long memoryWriteNs, long configNs) {
  /**
   * A device on PCI Express.
   *
   * <p>Memory read: a read across link and root complex, as that of 64 bytes by a device, which
   * takes 550 ns on Haswell (Neugebauer et al., SIGCOMM 2018, 6.1). Memory write: uncached writes
   * follow each other after 50 to 300 ns (Intel, forum on performance tuning, 2020). Port: 3209
   * cycles of 3.8 GHz (Adams and Agesen 2006, 6.3). Configuration space: two ports, address and
   * data (PCI 3.0, 3.2.2.3.2).
   */
  public static final AccessCosts PCI_EXPRESS = new AccessCosts(844, 550, 100, 1688);

  /** What this access costs. */
  public long ns(Access access) {
    if (access.isConfig()) {
      return configNs;
    }
    if (access.isPort()) {
      return portNs;
    }
    return access.isWrite() ? memoryWriteNs : memoryReadNs;
  }
}
