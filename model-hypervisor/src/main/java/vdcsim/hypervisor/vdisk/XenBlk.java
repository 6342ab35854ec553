package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Storage;
import vdcsim.hypervisor.io.ExitKind;
import vdcsim.hypervisor.io.Exits;
import vdcsim.hypervisor.xen.EventChannel;
import vdcsim.hypervisor.xen.GrantTable;
import vdcsim.hypervisor.xen.SharedRing;
import vdcsim.hypervisor.xen.XenCosts;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * Xen's split driver for disks (Xen, io/blkif.h): the frontend in the guest grants pages and puts
 * requests of up to 11 of them into a ring of 32; the backend in the driver domain maps them, asks
 * the disk, unmaps them and answers.
 */
final class XenBlk implements GuestDriver, EventHandler {
  private static final int RING = 32;
  private static final int SEGMENTS = 11;
  private static final int PAGE = 4096;
  private static final int TO_BACKEND = 0;
  private static final int TO_FRONTEND = 1;
  private static final int MAPPED = 2;
  private static final int READ = 3;
  private static final int UNMAPPED = 4;
  private static final int SENT = 5;

  private final SharedRing ring = new SharedRing(RING);
  private final GrantTable grants = new GrantTable(RING * SEGMENTS);
  private final XenCosts costs;
  private final ExecutionContext backend;
  private final Storage image;
  private final EventChannel fromFrontend;
  private final EventChannel fromBackend;
  private final Exits exits;
  private final Deque<Part> waiting = new ArrayDeque<>();
  private boolean backendAwake;

  XenBlk(
      ExecutionContext frontend,
      ExecutionContext backend,
      Storage image,
      XenCosts costs,
      Exits exits) {
    this.costs = costs;
    this.backend = backend;
    this.image = image;
    this.exits = exits;
    this.fromFrontend =
        new EventChannel(frontend, costs.hypercall(), backend, costs.hypercall(), this, TO_BACKEND);
    this.fromBackend =
        new EventChannel(
            backend, costs.hypercall(), frontend, costs.hypercall(), this, TO_FRONTEND);
  }

  /** A part of a request that fits into one entry of the ring. */
  private final class Part {
    private final DiskRequest of;
    private final int[] references;
    private final DiskRequest own = new DiskRequest(XenBlk.this, READ);

    Part(DiskRequest of, long from, long length) {
      this.of = of;
      this.references = new int[(int) ((length + PAGE - 1) / PAGE)];
      own.ask(of.operation(), of.offset() + from, length).note(0, this);
    }

    int pages() {
      return references.length;
    }
  }

  @Override
  public void start(ExecutionContext thread, DiskRequest request) {
    long most = (long) SEGMENTS * PAGE;
    // A flush moves nothing, and takes an entry all the same (BLKIF_OP_FLUSH_DISKCACHE).
    int parts = (int) Math.max(1, (request.bytes() + most - 1) / most);
    request.splitInto(parts);
    for (int i = 0; i < parts; i++) {
      long from = i * most;
      put(new Part(request, from, Math.min(most, request.bytes() - from)));
    }
    if (ring.pushRequests()) {
      exits.count(ExitKind.HYPERCALL, 1, costs.hypercall());
      fromFrontend.send(this, SENT, 0, request);
    } else {
      request.submitted();
    }
  }

  private void put(Part part) {
    if (ring.isFull() || grants.free() < part.pages()) {
      waiting.addLast(part);
      return;
    }
    for (int i = 0; i < part.pages(); i++) {
      part.references[i] = grants.grant();
    }
    ring.putRequest(part);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case TO_BACKEND -> wake();
      case TO_FRONTEND -> answered();
      case MAPPED -> mapped((Part) reference);
      case READ -> unmap((Part) ((DiskRequest) reference).reference());
      case UNMAPPED -> answer((Part) reference);
      default -> ((DiskRequest) reference).submitted();
    }
  }

  // The backend, in the driver domain.

  private void wake() {
    if (!backendAwake) {
      backendAwake = true;
      takeNext();
    }
  }

  private void takeNext() {
    if (!ring.hasRequest() && !ring.awaitRequest()) {
      backendAwake = false;
      return;
    }
    Part part = (Part) ring.takeRequest();
    backend.execute(costs.map(part.pages()), this, MAPPED, 0, part);
  }

  private void mapped(Part part) {
    for (int page : part.references) {
      grants.map(page);
    }
    image.submit(part.own);
    takeNext();
  }

  private void unmap(Part part) {
    backend.execute(costs.map(part.pages()), this, UNMAPPED, 0, part);
  }

  private void answer(Part part) {
    for (int page : part.references) {
      grants.unmap(page);
    }
    ring.putResponse(part);
    if (ring.pushResponses()) {
      fromBackend.send((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  // The frontend again.

  private void answered() {
    exits.count(ExitKind.INTERRUPT, 1, costs.hypercall());
    do {
      while (ring.hasResponse()) {
        end((Part) ring.takeResponse());
      }
    } while (ring.awaitResponse());
    putWaiting();
  }

  private void end(Part part) {
    for (int page : part.references) {
      grants.end(page);
    }
    if (part.own.failed()) {
      part.of.refuse();
    }
    if (part.of.pieceDone()) {
      part.of.done();
    }
  }

  private void putWaiting() {
    int before = waiting.size();
    while (!waiting.isEmpty() && !ring.isFull() && grants.free() >= waiting.getFirst().pages()) {
      put(waiting.removeFirst());
    }
    if (waiting.size() < before && ring.pushRequests()) {
      exits.count(ExitKind.HYPERCALL, 1, costs.hypercall());
      fromFrontend.send((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    }
  }
}
