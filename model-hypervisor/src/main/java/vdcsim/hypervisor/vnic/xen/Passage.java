package vdcsim.hypervisor.vnic.xen;

import vdcsim.hypervisor.vnic.card.Train;
import vdcsim.hypervisor.xen.GrantTable;
import vdcsim.hypervisor.xen.XenCosts;

/** What the driver domain pays to get the data of a packet across, and what the guest grants. */
final class Passage {
  private static final int PAGE = 4096;

  private final Transfer transfer;
  private final XenCosts costs;
  private final GrantTable grants;

  Passage(Transfer transfer, XenCosts costs, int entries) {
    this.transfer = transfer;
    this.costs = costs;
    this.grants = new GrantTable(entries);
  }

  /** The pages of a packet; each frame of a train begins one. */
  static int pages(Train train) {
    return Math.max(1, (int) ((train.bytes() + PAGE - 1) / PAGE));
  }

  /** How many more pages the guest can grant. */
  int free() {
    return grants.free();
  }

  /** The guest grants a page. */
  int grant() {
    return grants.grant();
  }

  /** The other domain has used a page; the guest takes it back. */
  void end(int reference) {
    switch (transfer) {
      case COPY -> grants.mayCopy(reference);
      case MAP, FLIP -> {
        grants.map(reference);
        grants.unmap(reference);
      }
    }
    grants.end(reference);
  }

  /**
   * The cycles of a packet, beside the calls. A page that is flipped changes hands twice, and each
   * domain forgets and learns its place.
   */
  long cycles(Train train) {
    return switch (transfer) {
      case COPY -> costs.copied(train.bytes());
      case MAP -> 2 * costs.mapped(pages(train));
      case FLIP -> 2 * costs.mapped(2 * pages(train));
    };
  }

  /** The cycles of the calls of Xen, which hold for any number of packets. */
  long callCycles() {
    return transfer == Transfer.COPY ? costs.hypercall() : 2 * costs.hypercall();
  }
}
