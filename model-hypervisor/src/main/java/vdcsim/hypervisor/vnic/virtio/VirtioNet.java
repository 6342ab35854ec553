package vdcsim.hypervisor.vnic.virtio;

import vdcsim.hardware.pci.LocalApic;
import vdcsim.hypervisor.virtio.VirtioDevice;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.Worker;
import vdcsim.kernel.Simulation;

/**
 * A virtio network card (VirtIO 1.1, 5.1): a queue each way that guest and host share, served by a
 * thread of the host.
 */
public final class VirtioNet implements CardModel {
  static final int RECEIVE = 0;
  static final int TRANSMIT = 1;

  private static final int DEVICE = 0x1000;
  private static final int NETWORK = 0x020000;
  private static final int VECTOR = 0x51;

  private final GuestEnd guest;
  private final Transmit transmit;
  private final Receive receive;
  private final Worker worker;

  /**
   * A card, attached to nothing.
   *
   * @param thread the name of the host's thread that serves it, as {@code vhost}
   */
  public VirtioNet(GuestEnd guest, VirtioSpec spec, String thread, CardCosts costs) {
    this.guest = guest;
    LocalApic apic = new LocalApic(guest.kernel());
    VirtioDevice device = new VirtioDevice(DEVICE, NETWORK, 2, this::notified, apic, VECTOR);
    Bell bell = new Bell(guest, device);
    this.transmit = new Transmit(guest, spec, costs, bell, apic);
    this.receive = new Receive(guest, spec, costs, bell, apic);
    this.worker = new Worker(guest, thread, costs.hostWake(), receive, transmit);
    transmit.servedBy(worker);
    receive.servedBy(worker);
    apic.serve(VECTOR + RECEIVE, receive, Receive.INTERRUPT, Simulation.NO_REFERENCE);
    apic.serve(VECTOR + TRANSMIT, transmit, Transmit.INTERRUPT, Simulation.NO_REFERENCE);
    guest.end().onReady(transmit::send);
  }

  private void notified(int queue) {
    if (queue == TRANSMIT) {
      transmit.kicked();
    } else {
      receive.kicked();
    }
  }

  @Override
  public void attach(HostEnd at) {
    worker.move(at);
    transmit.attach(at);
    receive.attach(at);
  }

  @Override
  public void detach() {
    transmit.detach();
    receive.detach();
  }

  @Override
  public void hold(boolean on) {
    transmit.hold(on);
    receive.hold(on);
  }

  /** What it has taken stays in its queues, and moves with them. */
  @Override
  public long lost() {
    return guest.meter().lost();
  }
}
