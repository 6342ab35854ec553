package vdcsim.hypervisor.vnic.xen;

import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.Worker;
import vdcsim.hypervisor.xen.XenCosts;

/**
 * Xen's split driver for networks: netfront in the guest, netback in the driver domain, a ring each
 * way, grants for the pages, and an event channel.
 */
public final class XenNet implements CardModel {
  /** A packet of 64 KiB has up to 17 pages (Xen, io/netif.h: XEN_NETIF_NR_SLOTS_MIN is 18). */
  static final int MOST_PAGES = 17;

  private static final XenCosts XEN = XenCosts.DEFAULT;

  private final GuestEnd guest;
  private final CardCosts costs;
  private final NetTransmit transmit;
  private final NetReceive receive;
  private final Worker worker;

  /** A card, attached to nothing. */
  public XenNet(GuestEnd guest, XenSpec spec, CardCosts costs) {
    this.guest = guest;
    this.costs = costs;
    Passage out = new Passage(spec.transfer(), XEN, spec.ring() * MOST_PAGES);
    Passage in = new Passage(spec.transfer(), XEN, spec.ring());
    this.transmit = new NetTransmit(guest, spec, costs, out);
    this.receive = new NetReceive(guest, spec, costs, in);
    Worker own = new Worker(guest, "netback", costs.hostWake(), receive, transmit);
    this.worker = spec.sharedThread() ? own.shares("netback") : own;
    transmit.servedBy(worker);
    receive.servedBy(worker);
    guest.end().onReady(transmit::send);
  }

  /** The drivers connect anew in each host, with another event channel. */
  @Override
  public void attach(HostEnd at) {
    worker.move(at);
    Channels channels = new Channels(guest, worker.thread(), XEN, costs, transmit, receive);
    transmit.attach(at, channels);
    receive.attach(at, channels);
  }

  @Override
  public void detach() {
    transmit.detach();
    receive.detach();
  }

  @Override
  public long lost() {
    return guest.meter().lost();
  }

  @Override
  public void hold(boolean on) {
    transmit.hold(on);
    receive.hold(on);
  }
}
