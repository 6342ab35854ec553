package vdcsim.hardware.iommu;

/** An address space of devices: those that are given to one machine share it, and its tables. */
final class Domain {
  private final int id;
  private final SecondLevelTable table;

  Domain(int id, int levels) {
    this.id = id;
    this.table = new SecondLevelTable(levels);
  }

  /** Its number, which tags what is cached of it. */
  int id() {
    return id;
  }

  SecondLevelTable table() {
    return table;
  }

  /**
   * Maps a range to one of the host that is as long, in the largest pages that fit up to a size.
   */
  void map(long address, long host, long bytes, MappingSize size, boolean writable) {
    long rights = SecondLevelTable.READ | (writable ? SecondLevelTable.WRITE : 0);
    long done = 0;
    while (done < bytes) {
      MappingSize fits = fitting(address + done, host + done, bytes - done, size);
      table.map(address + done, host + done, fits, rights);
      done += fits.bytes();
    }
  }

  /** The largest size, up to the one wanted, to which both addresses and the rest are whole. */
  private static MappingSize fitting(long address, long host, long bytes, MappingSize size) {
    MappingSize fits = size;
    while (fits != MappingSize.SMALL
        && (((address | host) & (fits.bytes() - 1)) != 0 || fits.bytes() > bytes)) {
      fits = fits.smaller();
    }
    return fits;
  }
}
