package vdcsim.hardware.disk;

import vdcsim.kernel.spec.Doc;

/** The kinds of disks. */
public enum DiskType {
  @Doc("a hard disk: platters and an arm, on SATA")
  HDD(32),
  @Doc("flash on SATA")
  SSD(32),
  @Doc("flash on PCI Express, with deep queues")
  NVME(1023);

  private final int depth;

  DiskType(int depth) {
    this.depth = depth;
  }

  /** How many requests it takes at once where nothing is said. */
  int depth() {
    return depth;
  }
}
