package vdcsim.hypervisor.vnic.xen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.Train;
import vdcsim.hypervisor.vnic.card.Turn;
import vdcsim.hypervisor.vnic.card.Worker;
import vdcsim.hypervisor.xen.SharedRing;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The ring on which a guest receives: the frontend's requests are granted pages, the backend
 * answers each with a frame; a train takes several.
 */
final class NetReceive implements Turn, EventHandler {
  private static final int POLLED = 0;
  private static final int TOLD = 1;

  private final GuestEnd guest;
  private final XenSpec spec;
  private final CardCosts costs;
  private final Passage passage;
  private final SharedRing ring;
  private final List<Train> arriving = new ArrayList<>();
  private final Train polled = new Train();
  private Optional<HostEnd> at = Optional.empty();
  private Optional<Worker> worker = Optional.empty();
  private Optional<Channels> channels = Optional.empty();
  private boolean held = true;
  private boolean polling;
  private int room;

  /** How many of {@code arriving} are in work. */
  private int batch;

  /** A page of the guest, with what the backend has put there. */
  private static final class Buffer {
    private int reference;
    private Object frame = Simulation.NO_REFERENCE;
    private boolean more;
  }

  NetReceive(GuestEnd guest, XenSpec spec, CardCosts costs, Passage passage) {
    this.guest = guest;
    this.spec = spec;
    this.costs = costs;
    this.passage = passage;
    this.ring = new SharedRing(spec.ring());
    while (!ring.isFull()) {
      post(new Buffer());
    }
    ring.pushRequests();
  }

  private void post(Buffer buffer) {
    buffer.reference = passage.grant();
    ring.putRequest(buffer);
    room++;
  }

  void servedBy(Worker by) {
    worker = Optional.of(by);
  }

  // The frontend.

  /** An event came: polls until there is nothing more. */
  void answered() {
    if (!polling) {
      polling = true;
      pollNext();
    }
  }

  private void pollNext() {
    if (!ring.hasResponse() && !ring.awaitResponse()) {
      polling = false;
      return;
    }
    boolean more;
    do {
      Buffer buffer = (Buffer) ring.takeResponse();
      passage.end(buffer.reference);
      polled.add((Frame) buffer.frame);
      buffer.frame = Simulation.NO_REFERENCE;
      more = buffer.more && ring.hasResponse();
      post(buffer);
    } while (more);
    if (ring.pushRequests()) {
      channels.orElseThrow().tellBackendFromKernel(this, TOLD);
    }
    guest.polling().execute(costs.guestReceive(), this, POLLED, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == POLLED) {
      guest.meter().passed(polled.size());
      polled.unload(guest.end());
      pollNext();
    }
  }

  // The backend.

  void attach(HostEnd to, Channels with) {
    at = Optional.of(to);
    channels = Optional.of(with);
    to.tap().onReady(this::wake);
    wake();
  }

  void detach() {
    at.ifPresent(from -> from.tap().onReady(() -> {}));
    at = Optional.empty();
  }

  void hold(boolean on) {
    held = on;
    wake();
  }

  /** Frames or pages may have come. */
  void wake() {
    if (!held && at.isPresent() && at.get().tap().waiting() > 0) {
      worker.orElseThrow().wake();
    }
  }

  @Override
  public long begin() {
    if (held || at.isEmpty() || at.get().tap().waiting() == 0 || !hasPages()) {
      return NOTHING;
    }
    return load(at.get());
  }

  /** Takes all packets that wait and have pages; one call of Xen gets them across. */
  private long load(HostEnd from) {
    DeviceEnd tap = from.tap();
    long cycles = passage.callCycles();
    int pages = 0;
    while (tap.waiting() > 0 && pages < room) {
      if (batch == arriving.size()) {
        arriving.add(new Train());
      }
      Train train = arriving.get(batch++);
      train.load(tap, spec.offload(), room - pages);
      pages += train.size();
      cycles += costs.hostReceive() + from.in().cycles(1, train.bytes()) + passage.cycles(train);
    }
    return cycles;
  }

  private boolean hasPages() {
    return ring.hasRequest() || ring.awaitRequest();
  }

  @Override
  public void end() {
    for (int i = 0; i < batch; i++) {
      answer(arriving.get(i));
    }
    batch = 0;
    if (ring.pushResponses()) {
      channels.orElseThrow().tellFrontend();
    }
  }

  private void answer(Train train) {
    for (int i = 0; i < train.size(); i++) {
      Buffer buffer = (Buffer) ring.takeRequest();
      room--;
      buffer.frame = train.frame(i);
      buffer.more = i + 1 < train.size();
      ring.putResponse(buffer);
    }
    train.clear();
  }
}
