package vdcsim.hypervisor.vdisk;

import java.util.function.Consumer;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.pci.ConfigSpace;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.Identity;
import vdcsim.hardware.pci.InterruptLine;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hardware.pci.Space;
import vdcsim.hardware.pci.Width;

/**
 * The controller of an IDE disk with a bus master (ATA-6; Intel 82371SB, PIIX3): the registers of
 * the command block, each of which remembers what was written before, for addresses of 48 bits; the
 * control block; the bus master.
 */
final class IdeController implements Device {
  /** The command block, the control block, the bus master. */
  static final int COMMAND_BLOCK = 0;

  static final int CONTROL_BLOCK = 1;
  static final int BUS_MASTER = 4;

  static final int FEATURES = 1;
  static final int SECTORS = 2;
  static final int LBA_LOW = 3;
  static final int LBA_MID = 4;
  static final int LBA_HIGH = 5;
  static final int DEVICE = 6;

  /** Written, the command; read, the status, upon which the interrupt goes. */
  static final int COMMAND = 7;

  /** In the control block: the status without that. */
  static final int ALTERNATE_STATUS = 2;

  static final int MASTER_COMMAND = 0;
  static final int MASTER_STATUS = 2;
  static final int MASTER_TABLE = 4;

  static final int READ_DMA_EXT = 0x25;
  static final int WRITE_DMA_EXT = 0x35;
  static final int FLUSH_CACHE_EXT = 0xEA;
  static final int START = 1;
  static final int TO_MEMORY = 8;
  static final int MASTER_INTERRUPT = 4;
  static final int SECTOR_BYTES = 512;

  private static final int BUSY = 0x80;
  private static final int READY = 0x50;
  private static final int ABORTED = 0x51;
  private static final int ACTIVE = 1;

  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x8086, 0x7010, 0x010180, 0))
          .bar(COMMAND_BLOCK, Space.PORTS, 8)
          .bar(CONTROL_BLOCK, Space.PORTS, 4)
          .bar(BUS_MASTER, Space.PORTS, 16);
  private final InterruptLine interrupt;
  private final Consumer<Transfer> begin;
  private final int[] now = new int[8];
  private final int[] before = new int[8];
  private int status = READY;
  private int masterCommand;
  private int masterStatus;
  private long table;

  /** What a command asks of the disk. */
  record Transfer(Operation operation, long offset, long bytes) {}

  IdeController(InterruptTarget target, Consumer<Transfer> begin) {
    this.interrupt = new InterruptLine(config, target);
    this.begin = begin;
    config.enable();
  }

  @Override
  public ConfigSpace config() {
    return config;
  }

  @Override
  public long read(int bar, long offset, int width) {
    if (bar == CONTROL_BLOCK) {
      return status;
    }
    if (bar == BUS_MASTER) {
      return switch ((int) offset) {
        case MASTER_COMMAND -> masterCommand;
        case MASTER_STATUS -> masterStatus;
        case MASTER_TABLE -> table;
        default -> Width.ones(width);
      };
    }
    if (offset == COMMAND) {
      interrupt.want(false);
      return status;
    }
    return now[(int) offset];
  }

  @Override
  public void write(int bar, long offset, int width, long value) {
    if (bar == COMMAND_BLOCK) {
      before[(int) offset] = now[(int) offset];
      now[(int) offset] = (int) value & 0xFF;
      if (offset == COMMAND) {
        status = knows((int) value) ? BUSY : ABORTED;
        interrupt.want(!knows((int) value));
        if (value == FLUSH_CACHE_EXT) {
          // ATA-6, 8.13: no data, and so no bus master.
          begin.accept(new Transfer(Operation.FLUSH, 0, 0));
        }
      }
    } else if (bar == BUS_MASTER) {
      writeMaster((int) offset, value);
    }
  }

  private static boolean knows(int command) {
    return command == READ_DMA_EXT || command == WRITE_DMA_EXT || command == FLUSH_CACHE_EXT;
  }

  private void writeMaster(int offset, long value) {
    switch (offset) {
      case MASTER_COMMAND -> {
        boolean starts = (value & START) != 0 && (masterCommand & START) == 0;
        masterCommand = (int) value;
        if (starts && status == BUSY && now[COMMAND] != FLUSH_CACHE_EXT) {
          masterStatus |= ACTIVE;
          begin.accept(transfer());
        }
      }
      // The interrupt bit goes when a one is written to it.
      case MASTER_STATUS -> masterStatus &= ~((int) value & MASTER_INTERRUPT);
      case MASTER_TABLE -> table = value;
      default -> {}
    }
  }

  private Transfer transfer() {
    long low = now[LBA_LOW] | now[LBA_MID] << 8 | now[LBA_HIGH] << 16;
    long high = before[LBA_LOW] | before[LBA_MID] << 8 | (long) before[LBA_HIGH] << 16;
    long sectors = now[SECTORS] | before[SECTORS] << 8;
    // ATA-6, 8.27: zero stands for 65536.
    long count = sectors == 0 ? 65_536 : sectors;
    Operation operation = now[COMMAND] == READ_DMA_EXT ? Operation.READ : Operation.WRITE;
    return new Transfer(operation, (high << 24 | low) * SECTOR_BYTES, count * SECTOR_BYTES);
  }

  /** The data have been moved. */
  void finished(boolean well) {
    status = well ? READY : ABORTED;
    masterStatus = (masterStatus & ~ACTIVE) | MASTER_INTERRUPT;
    interrupt.want(true);
  }
}
