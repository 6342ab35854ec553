package vdcsim.hardware.iommu;

import vdcsim.kernel.spec.Doc;

/** The sizes of pages that second-level tables can map. */
public enum MappingSize {
  @Doc("4 KiB")
  SMALL(1),
  @Doc("2 MiB, mapped one level above")
  LARGE(2),
  @Doc("1 GiB, mapped two levels above")
  HUGE(3);

  private final int level;

  MappingSize(int level) {
    this.level = level;
  }

  /** The level at which it is mapped, 1 the lowest. */
  int level() {
    return level;
  }

  /** The next smaller one, down to the smallest. */
  MappingSize smaller() {
    return this == HUGE ? LARGE : SMALL;
  }

  /** How many bytes it has. */
  long bytes() {
    return 1L << SecondLevelTable.shift(level);
  }
}
