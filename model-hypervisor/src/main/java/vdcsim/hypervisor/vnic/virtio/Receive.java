package vdcsim.hypervisor.vnic.virtio;

import java.util.Optional;
import vdcsim.hardware.ethernet.Frame;
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
 * The queue on which the guest receives: it gives buffers, the host fills one for each frame
 * (mergeable buffers take a train into several). The driver polls once it is called, and wants no
 * calls meanwhile (NAPI); the host wants a kick only when it lacks buffers.
 */
final class Receive implements Turn, EventHandler {
  static final int INTERRUPT = 0;

  private static final int ENDED = 1;
  private static final int POLL = 2;
  private static final int POLLED = 3;
  private static final int KICKED = 4;

  private final GuestEnd guest;
  private final VirtioSpec spec;
  private final CardCosts costs;
  private final Bell bell;
  private final LocalApic apic;
  private final Virtqueue queue;
  private final Train arriving = new Train();
  private final Train polled = new Train();
  private Optional<HostEnd> at = Optional.empty();
  private Optional<Worker> worker = Optional.empty();
  private boolean held = true;

  /** A buffer of the guest, with what the host has put there. */
  private static final class Buffer {
    private Object frame = Simulation.NO_REFERENCE;
    private boolean more;
  }

  Receive(GuestEnd guest, VirtioSpec spec, CardCosts costs, Bell bell, LocalApic apic) {
    this.guest = guest;
    this.spec = spec;
    this.costs = costs;
    this.bell = bell;
    this.apic = apic;
    this.queue = new Virtqueue(spec.ring(), spec.eventIndex(), /* indirect= */ false);
    queue.suppressKicks();
    for (int i = 0; i < spec.ring(); i++) {
      queue.add(1, new Buffer());
    }
    // The driver tells of these when it comes up, before anything is counted.
    queue.kickNeeded();
  }

  void servedBy(Worker by) {
    worker = Optional.of(by);
  }

  // The guest's driver.

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case INTERRUPT -> {
        guest.meter().interrupted();
        queue.suppressCalls();
        apic.end(this, ENDED, 0, Simulation.NO_REFERENCE);
      }
      case ENDED ->
          guest.polling().execute(costs.guestInterrupt(), this, POLL, 0, Simulation.NO_REFERENCE);
      case POLL -> pollNext();
      case POLLED -> {
        guest.meter().passed(polled.size());
        polled.unload(guest.end());
        pollNext();
      }
      default -> {
        // The doorbell has rung, and the kernel has gone on meanwhile.
      }
    }
  }

  private void pollNext() {
    if (!queue.hasUsed()) {
      if (!queue.allowCalls()) {
        return;
      }
      queue.suppressCalls();
    }
    boolean more;
    do {
      Buffer buffer = (Buffer) queue.takeUsed();
      polled.add((Frame) buffer.frame);
      buffer.frame = Simulation.NO_REFERENCE;
      more = buffer.more && queue.hasUsed();
      queue.add(1, buffer);
    } while (more);
    if (queue.kickNeeded()) {
      bell.kickFromKernel(VirtioNet.RECEIVE, this, KICKED);
    }
    guest.polling().execute(costs.guestReceive(), this, POLLED, 0, Simulation.NO_REFERENCE);
  }

  // The host.

  void attach(HostEnd to) {
    at = Optional.of(to);
    to.tap().onReady(this::arrived);
    arrived();
  }

  void detach() {
    at.ifPresent(from -> from.tap().onReady(() -> {}));
    at = Optional.empty();
  }

  void hold(boolean on) {
    held = on;
    arrived();
  }

  /** The guest has given buffers, which the host lacked. */
  void kicked() {
    queue.suppressKicks();
    arrived();
  }

  private void arrived() {
    if (!held && at.isPresent() && at.get().tap().waiting() > 0) {
      worker.orElseThrow().wake();
    }
  }

  @Override
  public long begin() {
    if (held || at.isEmpty() || at.get().tap().waiting() == 0 || !hasBuffers()) {
      return NOTHING;
    }
    arriving.load(at.get().tap(), spec.offload(), queue.waiting());
    return costs.hostReceive()
        + at.get().in().cycles(1, arriving.bytes())
        + costs.copy(arriving.bytes());
  }

  private boolean hasBuffers() {
    if (queue.hasAvailable()) {
      return true;
    }
    boolean came = queue.allowKicks();
    if (came) {
      queue.suppressKicks();
    }
    return came;
  }

  @Override
  public void end() {
    for (int i = 0; i < arriving.size(); i++) {
      int head = queue.take();
      Buffer buffer = (Buffer) queue.request(head);
      buffer.frame = arriving.frame(i);
      buffer.more = i + 1 < arriving.size();
      queue.give(head);
    }
    arriving.clear();
    if (queue.callNeeded()) {
      bell.call(VirtioNet.RECEIVE, worker.orElseThrow().thread(), costs.raise());
    }
  }
}
