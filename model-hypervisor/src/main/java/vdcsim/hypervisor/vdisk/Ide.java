package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.Interception;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The driver of an IDE disk, access by access as Linux makes them (libata-sff.c: {@code
 * ata_sff_tf_load}, {@code ata_bmdma_setup}, {@code ata_bmdma_start}, {@code ata_bmdma_port_intr}):
 * 19 to begin, 8 when the interrupt came. The disk takes one request at a time, and up to 32 MiB in
 * it.
 */
final class Ide implements GuestDriver, Backend.Source, EventHandler {
  private static final int VECTOR = 0x3E;
  private static final int STARTED = 0;
  private static final int INTERRUPT = 1;
  private static final int QUIETED = 2;
  private static final int SECTORS_STEP = 1;
  private static final int LOW_STEPS = 5;
  private static final int COMMAND_STEP = 14;
  private static final int DIRECTION_STEP = 13;
  private static final int START_STEP = 17;
  private static final int LBA_MODE = 0x40;

  private final IdeController controller;
  private final LocalApic apic;
  private final Registers kernel;
  private final RegisterProgram start = startProgram();
  private final RegisterProgram quiet = quietProgram();
  private final RegisterProgram flush =
      new RegisterProgram()
          .write(
              IdeController.COMMAND_BLOCK, IdeController.COMMAND, 1, IdeController.FLUSH_CACHE_EXT)
          .read(IdeController.CONTROL_BLOCK, IdeController.ALTERNATE_STATUS, 1);
  private final Deque<DiskRequest> waiting = new ArrayDeque<>();
  private final DiskRequest transfer = new DiskRequest((k, a, r) -> {}, 0);
  private Backend backend;
  private boolean busy;
  private boolean asked;

  Ide(LocalApic apic, Interception kernel) {
    this.apic = apic;
    this.controller = new IdeController(apic, this::begin);
    this.kernel = registers(kernel);
    apic.serve(VECTOR, this, INTERRUPT, Simulation.NO_REFERENCE);
    apic.lineTo(VECTOR);
  }

  Registers registers(Interception thread) {
    return thread.emulated(controller, Handling.USER);
  }

  void serve(Backend by) {
    backend = by;
  }

  private static RegisterProgram startProgram() {
    RegisterProgram program = new RegisterProgram();
    for (int round = 0; round < 2; round++) {
      for (int register = IdeController.FEATURES; register <= IdeController.LBA_HIGH; register++) {
        program.write(IdeController.COMMAND_BLOCK, register, 1, 0);
      }
    }
    return program
        .write(IdeController.COMMAND_BLOCK, IdeController.DEVICE, 1, LBA_MODE)
        .write(IdeController.BUS_MASTER, IdeController.MASTER_TABLE, 4, 0x1000)
        .read(IdeController.BUS_MASTER, IdeController.MASTER_COMMAND, 1)
        .write(IdeController.BUS_MASTER, IdeController.MASTER_COMMAND, 1, 0)
        .write(IdeController.COMMAND_BLOCK, IdeController.COMMAND, 1, 0)
        .read(IdeController.CONTROL_BLOCK, IdeController.ALTERNATE_STATUS, 1)
        .read(IdeController.BUS_MASTER, IdeController.MASTER_COMMAND, 1)
        .write(IdeController.BUS_MASTER, IdeController.MASTER_COMMAND, 1, 0)
        .read(IdeController.CONTROL_BLOCK, IdeController.ALTERNATE_STATUS, 1);
  }

  private static RegisterProgram quietProgram() {
    return new RegisterProgram()
        .read(IdeController.BUS_MASTER, IdeController.MASTER_STATUS, 1)
        .read(IdeController.BUS_MASTER, IdeController.MASTER_COMMAND, 1)
        .write(IdeController.BUS_MASTER, IdeController.MASTER_COMMAND, 1, 0)
        .read(IdeController.CONTROL_BLOCK, IdeController.ALTERNATE_STATUS, 1)
        .read(IdeController.CONTROL_BLOCK, IdeController.ALTERNATE_STATUS, 1)
        .read(IdeController.COMMAND_BLOCK, IdeController.COMMAND, 1)
        .read(IdeController.BUS_MASTER, IdeController.MASTER_STATUS, 1)
        .write(
            IdeController.BUS_MASTER,
            IdeController.MASTER_STATUS,
            1,
            IdeController.MASTER_INTERRUPT);
  }

  // The guest's driver.

  @Override
  public void start(ExecutionContext thread, DiskRequest request) {
    waiting.addLast(request);
    if (busy) {
      request.submitted();
    } else {
      busy = true;
      begin(((GuestThread) thread).registers(), request, request);
    }
  }

  private void begin(Registers registers, DiskRequest request, Object tell) {
    if (request.operation() == Operation.FLUSH) {
      flush.run(registers, this, STARTED, tell);
    } else {
      load(request);
      start.run(registers, this, STARTED, tell);
    }
  }

  private void load(DiskRequest request) {
    long sector = request.offset() / IdeController.SECTOR_BYTES;
    long sectors = request.bytes() / IdeController.SECTOR_BYTES;
    boolean reads = request.operation() == Operation.READ;
    int direction = reads ? IdeController.TO_MEMORY : 0;
    start.value(SECTORS_STEP, sectors >> 8 & 0xFF);
    start.value(SECTORS_STEP + LOW_STEPS, sectors & 0xFF);
    for (int i = 0; i < 3; i++) {
      start.value(SECTORS_STEP + 1 + i, sector >> (24 + 8 * i) & 0xFF);
      start.value(SECTORS_STEP + LOW_STEPS + 1 + i, sector >> (8 * i) & 0xFF);
    }
    start.value(DIRECTION_STEP, direction);
    start.value(COMMAND_STEP, reads ? IdeController.READ_DMA_EXT : IdeController.WRITE_DMA_EXT);
    start.value(START_STEP, direction | IdeController.START);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case STARTED -> {
        if (reference instanceof DiskRequest request) {
          request.submitted();
        }
      }
      case INTERRUPT -> quiet.run(kernel, this, QUIETED, Simulation.NO_REFERENCE);
      default -> quieted();
    }
  }

  private void quieted() {
    DiskRequest done = waiting.removeFirst();
    apic.end((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    if (transfer.failed()) {
      done.refuse();
    }
    done.done();
    if (waiting.isEmpty()) {
      busy = false;
    } else {
      begin(kernel, waiting.getFirst(), Simulation.NO_REFERENCE);
    }
  }

  // The controller's model.

  private void begin(IdeController.Transfer of) {
    transfer.ask(of.operation(), of.offset(), of.bytes());
    asked = true;
    backend.wake();
  }

  @Override
  public boolean hasMore() {
    return asked;
  }

  @Override
  public long take() {
    asked = false;
    return 0;
  }

  @Override
  public DiskRequest request(long taken) {
    return transfer;
  }

  @Override
  public void give(long taken, boolean more) {
    controller.finished(!transfer.failed());
  }
}
