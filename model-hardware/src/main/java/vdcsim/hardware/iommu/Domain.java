package vdcsim.hardware.iommu;

/** An address space of devices: those that are given to one machine share it, and its tables. */
public final class Domain {
  private final int id;
  private final String owner;
  private final SecondLevelTable table;

  Domain(int id, String owner, int levels) {
    this.id = id;
    this.owner = owner;
    this.table = new SecondLevelTable(levels);
  }

  /** Its number, which tags what is cached of it. */
  public int id() {
    return id;
  }

  /** The machine whose devices are in it. */
  public String owner() {
    return owner;
  }

  /** Pages that its tables take. */
  public int tablePages() {
    return table.pages();
  }

  SecondLevelTable table() {
    return table;
  }

  /** The extent of a range in the host must be as long as the range. */
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
    MappingSize fits = MappingSize.SMALL;
    for (MappingSize each : MappingSize.values()) {
      boolean whole = ((address | host) & (each.bytes() - 1)) == 0 && each.bytes() <= bytes;
      if (whole && each.level() <= size.level()) {
        fits = each;
      }
    }
    return fits;
  }
}
