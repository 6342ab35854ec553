package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.virtio.VirtioDevice;
import vdcsim.hypervisor.virtio.Virtqueue;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A disk that guest and host have agreed upon (VirtIO 1.1, 5.2): a request is a chain of three
 * buffers, header, data and status.
 */
final class VirtioBlk implements GuestDriver, Backend.Source, EventHandler {
  private static final int BUFFERS = 3;
  private static final int DEVICE = 0x1001;
  private static final int MASS_STORAGE = 0x010000;
  private static final int VECTOR = 0x41;
  private static final int KICKED = 0;
  private static final int INTERRUPT = 1;

  private final Virtqueue queue;
  private final VirtioDevice device;
  private final LocalApic apic;
  private final GuestThread kernel;
  private final Ending ending;
  private final Deque<DiskRequest> waiting = new ArrayDeque<>();
  private Backend backend;
  private boolean backendAwake;

  VirtioBlk(VirtualDiskSpec spec, LocalApic apic, Interception kernel) {
    this.queue = new Virtqueue(spec.queue(), spec.eventIndex(), spec.indirect());
    this.ending = spec.ending();
    this.apic = apic;
    this.device = new VirtioDevice(DEVICE, MASS_STORAGE, 1, number -> notified(), apic, VECTOR);
    this.kernel = new GuestThread(kernel.vcpu(), registers(kernel));
    apic.serve(VECTOR, this, INTERRUPT, Simulation.NO_REFERENCE);
  }

  /** The registers of the disk for a thread of the guest. */
  Registers registers(Interception thread) {
    return thread
        .emulated(device, Handling.USER)
        .doorbell(VirtioDevice.PORTS, VirtioDevice.QUEUE_NOTIFY);
  }

  void serve(Backend by) {
    backend = by;
  }

  private void notified() {
    backendAwake = true;
    backend.wake();
  }

  // The guest's driver.

  @Override
  public void start(ExecutionContext thread, DiskRequest request) {
    if (waiting.isEmpty() && queue.fits(BUFFERS)) {
      add((GuestThread) thread, request, true);
    } else {
      waiting.addLast(request);
      request.submitted();
    }
  }

  private void add(GuestThread thread, DiskRequest request, boolean tell) {
    queue.add(BUFFERS, request);
    if (queue.kickNeeded()) {
      thread
          .registers()
          .write(
              VirtioDevice.PORTS,
              VirtioDevice.QUEUE_NOTIFY,
              2,
              0,
              this,
              KICKED,
              tell ? 1 : 0,
              request);
    } else if (tell) {
      request.submitted();
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == INTERRUPT) {
      interrupted();
    } else if (argument == 1) {
      ((DiskRequest) reference).submitted();
    }
  }

  private void interrupted() {
    do {
      queue.suppressCalls();
      while (queue.hasUsed()) {
        end((DiskRequest) queue.takeUsed());
        if (!waiting.isEmpty() && queue.fits(BUFFERS)) {
          add(kernel, waiting.removeFirst(), false);
        }
      }
    } while (queue.allowCalls());
    apic.end((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
  }

  private void end(DiskRequest request) {
    if (ending == Ending.INTERRUPTED) {
      request.doneOn(kernel);
    } else {
      request.done();
    }
  }

  // The device.

  @Override
  public boolean hasMore() {
    if (!queue.hasAvailable() && backendAwake) {
      backendAwake = queue.allowKicks();
    }
    return queue.hasAvailable();
  }

  @Override
  public long take() {
    return queue.take();
  }

  @Override
  public DiskRequest request(long taken) {
    return (DiskRequest) queue.request((int) taken);
  }

  @Override
  public void give(long taken, boolean more) {
    queue.give((int) taken);
    if (!more && queue.callNeeded()) {
      device.call(0);
    }
  }
}
