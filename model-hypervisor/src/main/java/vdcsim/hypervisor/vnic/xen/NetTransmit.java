package vdcsim.hypervisor.vnic.xen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.Crossing;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.Train;
import vdcsim.hypervisor.vnic.card.Turn;
import vdcsim.hypervisor.vnic.card.Worker;
import vdcsim.hypervisor.xen.SharedRing;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The ring on which a guest sends: the frontend grants the pages of a packet and puts a request,
 * the backend sends it on and answers, upon which the frontend takes its pages back.
 */
final class NetTransmit implements Turn, EventHandler {
  private static final int BEGIN = 0;
  private static final int FILLED = 1;
  private static final int TOLD = 2;

  private final GuestEnd guest;
  private final XenSpec spec;
  private final CardCosts costs;
  private final Passage passage;
  private final SharedRing ring;
  private final Deque<Packet> free = new ArrayDeque<>();
  private final Train sent = new Train();
  private Optional<HostEnd> at = Optional.empty();
  private Optional<Worker> worker = Optional.empty();
  private Optional<Channels> channels = Optional.empty();
  private final List<Packet> taken = new ArrayList<>();
  private boolean sending;
  private boolean held = true;
  private boolean polling;

  /** A packet with the grants of its pages. */
  private static final class Packet {
    private final Train train = new Train();
    private int[] references = new int[1];
    private int pages;
  }

  NetTransmit(GuestEnd guest, XenSpec spec, CardCosts costs, Passage passage) {
    this.guest = guest;
    this.spec = spec;
    this.costs = costs;
    this.passage = passage;
    this.ring = new SharedRing(spec.ring());
  }

  void servedBy(Worker by) {
    worker = Optional.of(by);
  }

  // The frontend.

  /** There is something to send, or room for it again. */
  void send() {
    if (!sending && !held && channels.isPresent()) {
      sending = true;
      guest.sending().execute(costs.guestSend(), this, BEGIN, 0, Simulation.NO_REFERENCE);
    }
  }

  private void sendNext() {
    if (guest.end().waiting() == 0 || held || !hasRoom()) {
      sending = false;
      return;
    }
    Packet packet = free.isEmpty() ? new Packet() : free.removeLast();
    packet.train.load(guest.end(), spec.offload(), Integer.MAX_VALUE);
    grant(packet);
    guest.meter().passed(packet.train.size());
    ring.putRequest(packet);
    if (ring.pushRequests()) {
      channels.orElseThrow().tellBackend(this, TOLD);
    } else {
      guest.sending().execute(costs.guestSend(), this, FILLED, 0, Simulation.NO_REFERENCE);
    }
  }

  private boolean hasRoom() {
    return !ring.isFull() && passage.free() >= XenNet.MOST_PAGES;
  }

  private void grant(Packet packet) {
    packet.pages = Passage.pages(packet.train);
    if (packet.references.length < packet.pages) {
      packet.references = new int[packet.pages];
    }
    for (int i = 0; i < packet.pages; i++) {
      packet.references[i] = passage.grant();
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    sendNext();
  }

  /** The backend has answered. */
  void answered() {
    do {
      while (ring.hasResponse()) {
        Packet packet = (Packet) ring.takeResponse();
        for (int i = 0; i < packet.pages; i++) {
          passage.end(packet.references[i]);
        }
        free.addLast(packet);
      }
    } while (ring.awaitHalfOfResponses());
    if (guest.end().waiting() > 0) {
      send();
    }
  }

  // The backend.

  void attach(HostEnd to, Channels with) {
    at = Optional.of(to);
    channels = Optional.of(with);
    wake();
    send();
  }

  void detach() {
    at = Optional.empty();
  }

  void hold(boolean on) {
    held = on;
    send();
    wake();
  }

  /** An event came, or there may be requests. */
  void wake() {
    polling = true;
    if (!held && at.isPresent() && ring.hasRequest()) {
      worker.orElseThrow().wake();
    }
  }

  @Override
  public long begin() {
    if (held || at.isEmpty() || !polling || !hasMore()) {
      return NOTHING;
    }
    return load(at.get().out());
  }

  /** Takes all requests that are there; one call of Xen gets their data across. */
  private long load(Crossing out) {
    long cycles = passage.callCycles();
    do {
      Packet packet = (Packet) ring.takeRequest();
      taken.add(packet);
      Train train = packet.train;
      cycles += costs.hostSend() + out.cycles(1, train.bytes()) + passage.cycles(train);
    } while (ring.hasRequest());
    return cycles;
  }

  private boolean hasMore() {
    polling = ring.hasRequest() || ring.awaitRequest();
    return polling;
  }

  @Override
  public void end() {
    for (int i = 0; i < taken.size(); i++) {
      answer(taken.get(i));
    }
    taken.clear();
    if (ring.pushResponses()) {
      channels.orElseThrow().tellFrontend();
    }
  }

  private void answer(Packet packet) {
    sent.clear();
    for (int i = 0; i < packet.train.size(); i++) {
      sent.add(packet.train.frame(i));
    }
    packet.train.clear();
    ring.putResponse(packet);
    guest.meter().handOver(sent, at);
  }
}
