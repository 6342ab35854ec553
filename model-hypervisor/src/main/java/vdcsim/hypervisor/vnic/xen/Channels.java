package vdcsim.hypervisor.vnic.xen;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hypervisor.io.ExitKind;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.xen.EventChannel;
import vdcsim.hypervisor.xen.XenCosts;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** The events between a frontend and a backend; both rings share a channel (Xen, io/netif.h). */
final class Channels implements EventHandler {
  private static final int TO_BACKEND = 0;
  private static final int TO_FRONTEND = 1;
  private static final int SENT = 2;

  private final GuestEnd guest;
  private final XenCosts costs;
  private final EventChannel fromSender;
  private final EventChannel fromKernel;
  private final EventChannel fromBackend;
  private final NetTransmit transmit;
  private final NetReceive receive;

  Channels(
      GuestEnd guest,
      ExecutionContext backend,
      XenCosts xen,
      CardCosts card,
      NetTransmit transmit,
      NetReceive receive) {
    this.guest = guest;
    this.costs = xen;
    this.transmit = transmit;
    this.receive = receive;
    long call = xen.hypercall();
    this.fromSender = new EventChannel(guest.sending(), call, backend, call, this, TO_BACKEND);
    this.fromKernel = new EventChannel(guest.polling(), call, backend, call, this, TO_BACKEND);
    this.fromBackend =
        new EventChannel(
            backend, call, guest.polling(), call + card.guestInterrupt(), this, TO_FRONTEND);
  }

  void tellBackend(EventHandler whenTold, int kind) {
    guest.meter().exits().count(ExitKind.HYPERCALL, 1, costs.hypercall());
    fromSender.send(whenTold, kind, 0, Simulation.NO_REFERENCE);
  }

  void tellBackendFromKernel(EventHandler whenTold, int kind) {
    guest.meter().exits().count(ExitKind.HYPERCALL, 1, costs.hypercall());
    fromKernel.send(whenTold, kind, 0, Simulation.NO_REFERENCE);
  }

  void tellFrontend() {
    fromBackend.send(this, SENT, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == TO_BACKEND) {
      transmit.wake();
      receive.wake();
    } else if (kind == TO_FRONTEND) {
      guest.meter().interrupted();
      guest.meter().exits().count(ExitKind.INTERRUPT, 1, costs.hypercall());
      transmit.answered();
      receive.answered();
    }
  }
}
