package vdcsim.hypervisor.xen;

/**
 * What Xen's part in a split driver costs, in cycles.
 *
 * @param hypercall a call of Xen that does little
 * @param mapPage mapping a granted page into the backend, or unmapping it, beside the call
 * @param copyKilobyte copying 1024 bytes between two domains, beside the call
 */
public record XenCosts(long hypercall, long mapPage, long copyKilobyte) {
  /**
   * Hypercall: at least 1 us at 2.4 GHz (Barham et al., SOSP 2003, section 4.2, what a context
   * switch costs more). Page: a page-table entry that a monitor writes in software costs 391 cycles
   * (Adams and Agesen 2006, 6.3). Copy: 40 GB/s on 16 cores of 2.4 GHz, reads and writes counted
   * (Felter et al. 2014, table I), are 1.25 GB/s copied by a core, or 1966 cycles for 1024 bytes
   * when all are busy; a core alone does about four times that.
   */
  public static final XenCosts DEFAULT = new XenCosts(2400, 391, 490);

  /** Copying some bytes, beside the call. */
  public long copied(long bytes) {
    return (bytes * copyKilobyte + 1023) / 1024;
  }

  /** Mapping or unmapping some pages by one call. */
  public long map(int pages) {
    return hypercall + mapped(pages);
  }

  /** Mapping or unmapping some pages, beside the call. */
  public long mapped(int pages) {
    return pages * mapPage;
  }
}
