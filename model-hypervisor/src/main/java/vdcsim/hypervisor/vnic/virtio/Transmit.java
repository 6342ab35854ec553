package vdcsim.hypervisor.vnic.virtio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hypervisor.virtio.Virtqueue;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.Train;
import vdcsim.hypervisor.vnic.card.Turn;
import vdcsim.hypervisor.vnic.card.Worker;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The queue on which the guest sends. The driver takes its buffers back when it sends, and wants to
 * be called only when the queue is full (Linux, virtio_net.c, start_xmit); the host's thread wants
 * no kicks while it works.
 */
final class Transmit implements Turn, EventHandler {
  static final int INTERRUPT = 0;

  private static final int FILLED = 1;
  private static final int KICKED = 2;
  private static final int RECLAIM = 3;
  private static final int ENDED = 4;
  private static final int BEGIN = 5;

  /** A header, and what is behind it. */
  private static final int BUFFERS = 2;

  private final GuestEnd guest;
  private final VirtioSpec spec;
  private final CardCosts costs;
  private final Bell bell;
  private final LocalApic apic;
  private final Virtqueue queue;
  private final Deque<Train> free = new ArrayDeque<>();
  private final Train sent = new Train();
  private Optional<HostEnd> at = Optional.empty();
  private Optional<Worker> worker = Optional.empty();
  private boolean sending;
  private boolean stopped;
  private boolean held = true;
  private boolean polling;
  private int taken;

  Transmit(GuestEnd guest, VirtioSpec spec, CardCosts costs, Bell bell, LocalApic apic) {
    this.guest = guest;
    this.spec = spec;
    this.costs = costs;
    this.bell = bell;
    this.apic = apic;
    this.queue = new Virtqueue(spec.ring(), spec.eventIndex(), /* indirect= */ true);
    queue.suppressCalls();
  }

  void servedBy(Worker by) {
    worker = Optional.of(by);
  }

  // The guest's driver.

  /** There is something to send, or room for it again. */
  void send() {
    if (!sending && !held) {
      sending = true;
      // Behind what is handed over in this instant, so that segments are taken together.
      guest.sending().execute(0, this, BEGIN, 0, Simulation.NO_REFERENCE);
    }
  }

  private void sendNext() {
    reclaim();
    if (guest.end().waiting() == 0 || held || !hasRoom()) {
      sending = false;
      return;
    }
    Train train = free.isEmpty() ? new Train() : free.removeLast();
    train.load(guest.end(), spec.offload(), Integer.MAX_VALUE);
    if (costs.guestSend() == 0) {
      fill(train);
    } else {
      guest.sending().execute(costs.guestSend(), this, FILLED, 0, train);
    }
  }

  private void reclaim() {
    while (queue.hasUsed()) {
      free.addLast((Train) queue.takeUsed());
    }
  }

  /** A full queue is left alone until the host calls. */
  private boolean hasRoom() {
    if (queue.fits(BUFFERS)) {
      return true;
    }
    stopped = true;
    if (queue.allowCallsDelayed()) {
      queue.suppressCalls();
      stopped = false;
      reclaim();
    }
    return !stopped;
  }

  private void fill(Train train) {
    guest.meter().passed(train.size());
    queue.add(BUFFERS, train);
    if (queue.kickNeeded()) {
      bell.kickFromSender(VirtioNet.TRANSMIT, this, KICKED);
    } else {
      sendNext();
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case FILLED -> fill((Train) reference);
      case BEGIN, KICKED -> sendNext();
      case INTERRUPT -> {
        guest.meter().interrupted();
        apic.end(this, ENDED, 0, Simulation.NO_REFERENCE);
      }
      case ENDED ->
          guest
              .polling()
              .execute(costs.guestInterrupt(), this, RECLAIM, 0, Simulation.NO_REFERENCE);
      default -> {
        queue.suppressCalls();
        stopped = false;
        send();
      }
    }
  }

  // The host.

  void attach(HostEnd to) {
    at = Optional.of(to);
    wakeIfAny();
  }

  void detach() {
    at = Optional.empty();
  }

  void hold(boolean on) {
    held = on;
    if (!on) {
      send();
      wakeIfAny();
    }
  }

  private void wakeIfAny() {
    if (!held && at.isPresent() && queue.hasAvailable()) {
      kicked();
    }
  }

  /** The doorbell rang. */
  void kicked() {
    polling = true;
    queue.suppressKicks();
    worker.orElseThrow().wake();
  }

  @Override
  public long begin() {
    if (held || at.isEmpty() || !polling || !hasMore()) {
      return NOTHING;
    }
    taken = queue.take();
    Train train = (Train) queue.request(taken);
    return costs.hostSend() + at.get().out().cycles(1, train.bytes()) + costs.copy(train.bytes());
  }

  private boolean hasMore() {
    if (queue.hasAvailable()) {
      return true;
    }
    polling = queue.allowKicks();
    if (polling) {
      queue.suppressKicks();
    }
    return polling;
  }

  @Override
  public void end() {
    Train train = (Train) queue.request(taken);
    sent.clear();
    for (int i = 0; i < train.size(); i++) {
      sent.add(train.frame(i));
    }
    train.clear();
    queue.give(taken);
    if (queue.callNeeded()) {
      bell.call(VirtioNet.TRANSMIT, worker.orElseThrow().thread(), costs.raise());
    }
    guest.meter().handOver(sent, at);
  }
}
