package vdcsim.hypervisor.migration;

import vdcsim.hypervisor.dirty.WireCost;
import vdcsim.kernel.spec.Doc;

/** What pages take in the stream of a migration. */
public enum Stream {
  @Doc("8 bytes before each page; 9 bytes for one of zeros (QEMU, migration/ram.c)")
  QEMU(WireCost.QEMU),
  @Doc("pages alone, of zeros or not")
  PLAIN(WireCost.PLAIN);

  private final WireCost cost;

  Stream(WireCost cost) {
    this.cost = cost;
  }

  WireCost cost() {
    return cost;
  }
}
