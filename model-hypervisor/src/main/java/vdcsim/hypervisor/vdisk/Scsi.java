package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.pci.ConfigSpace;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.Identity;
import vdcsim.hardware.pci.InterruptLine;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Registers;
import vdcsim.hardware.pci.Space;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.Interception;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A SCSI disk at an LSI 53C895A (LSI53C895A technical manual, 4.2; Linux, sym53c8xx_2). The driver
 * puts commands into memory and signals the controller's scripts with one write of ISTAT; at the
 * interrupt it reads ISTAT, clears the interrupt in it, and reads it once more, so that the write
 * has arrived. Up to 64 commands are under way.
 */
final class Scsi implements GuestDriver, Backend.Source, Device, EventHandler {
  private static final int VECTOR = 0x3A;
  private static final int MEMORY = 1;
  private static final int ISTAT = 0x14;
  private static final int SIGNAL = 0x20;
  private static final int ON_THE_FLY = 0x04;
  private static final int MOST = 64;
  private static final int SIGNALLED = 0;
  private static final int INTERRUPT = 1;
  private static final int QUIETED = 2;

  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x1000, 0x0012, 0x010000, 0)).bar(MEMORY, Space.MEMORY_32, 1024);
  private final LocalApic apic;
  private final InterruptLine line;
  private final Registers kernel;
  private final RegisterProgram quiet =
      new RegisterProgram()
          .read(MEMORY, ISTAT, 1)
          .write(MEMORY, ISTAT, 1, ON_THE_FLY)
          .read(MEMORY, ISTAT, 1);
  private final Deque<DiskRequest> waiting = new ArrayDeque<>();
  private final Deque<DiskRequest> commands = new ArrayDeque<>();
  private final Deque<DiskRequest> finished = new ArrayDeque<>();
  private final DiskRequest[] running = new DiskRequest[MOST];
  private Backend backend;
  private int underWay;
  private int status;

  Scsi(LocalApic apic, Interception kernel) {
    this.apic = apic;
    this.line = new InterruptLine(config, apic);
    config.enable();
    this.kernel = registers(kernel);
    apic.serve(VECTOR, this, INTERRUPT, Simulation.NO_REFERENCE);
    apic.lineTo(VECTOR);
  }

  Registers registers(Interception thread) {
    return thread.emulated(this, Handling.USER);
  }

  void serve(Backend by) {
    backend = by;
  }

  // The guest's driver.

  @Override
  public void start(ExecutionContext thread, DiskRequest request) {
    if (underWay == MOST) {
      waiting.addLast(request);
      request.submitted();
    } else {
      signal(((GuestThread) thread).registers(), request, 1);
    }
  }

  private void signal(Registers registers, DiskRequest request, long tell) {
    underWay++;
    commands.addLast(request);
    registers.write(MEMORY, ISTAT, 1, SIGNAL, this, SIGNALLED, tell, request);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case SIGNALLED -> {
        if (argument == 1) {
          ((DiskRequest) reference).submitted();
        }
      }
      case INTERRUPT -> quiet.run(kernel, this, QUIETED, Simulation.NO_REFERENCE);
      default -> quieted();
    }
  }

  private void quieted() {
    apic.end((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    while (!finished.isEmpty()) {
      underWay--;
      finished.removeFirst().done();
    }
    while (!waiting.isEmpty() && underWay < MOST) {
      signal(kernel, waiting.removeFirst(), 0);
    }
  }

  // The controller's model.

  @Override
  public ConfigSpace config() {
    return config;
  }

  @Override
  public long read(int bar, long offset, int width) {
    return offset == ISTAT ? status : 0;
  }

  @Override
  public void write(int bar, long offset, int width, long value) {
    if (offset != ISTAT) {
      return;
    }
    if ((value & ON_THE_FLY) != 0) {
      status &= ~ON_THE_FLY;
      line.want(false);
    }
    if ((value & SIGNAL) != 0) {
      backend.wake();
    }
  }

  @Override
  public boolean hasMore() {
    return !commands.isEmpty();
  }

  @Override
  public long take() {
    int slot = 0;
    while (running[slot] != null) {
      slot++;
    }
    running[slot] = commands.removeFirst();
    return slot;
  }

  @Override
  public DiskRequest request(long taken) {
    return running[(int) taken];
  }

  @Override
  public void give(long taken, boolean more) {
    finished.addLast(running[(int) taken]);
    running[(int) taken] = null;
    status |= ON_THE_FLY;
    line.want(true);
  }
}
