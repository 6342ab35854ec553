package vdcsim.hypervisor.virtio;

import java.util.function.IntConsumer;
import vdcsim.hardware.pci.ConfigSpace;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.Identity;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Msix;
import vdcsim.hardware.pci.Space;
import vdcsim.hardware.pci.Width;

/**
 * The PCI face of a virtio device (VirtIO 1.1, 4.1.4.8, legacy interface): a doorbell for all its
 * queues, and a vector of MSI-X for each.
 */
public final class VirtioDevice implements Device {
  /** Who makes virtio devices: Red Hat, as Qumranet before. */
  public static final int VENDOR = 0x1AF4;

  /** The port to which the driver writes the number of a queue. */
  public static final int QUEUE_NOTIFY = 16;

  /** The base address behind which the ports stand. */
  public static final int PORTS = 0;

  private static final int TABLE = 1;
  private static final int STATUS = 18;

  private final ConfigSpace config;
  private final Msix msix;
  private final IntConsumer notified;
  private long status;

  /**
   * A device, enabled as its driver leaves it.
   *
   * @param device its number, 0x1000 for a network card, 0x1001 for a disk
   * @param classCode what kind of device it is for PCI
   * @param queues how many queues it has
   * @param notified gets the number of a queue whose doorbell was rung
   * @param firstVector the vector of the processor that the first queue's interrupts are
   */
  public VirtioDevice(
      int device,
      int classCode,
      int queues,
      IntConsumer notified,
      InterruptTarget target,
      int firstVector) {
    this.config =
        new ConfigSpace(new Identity(VENDOR, device, classCode, 0))
            .bar(PORTS, Space.PORTS, 64)
            .bar(TABLE, Space.MEMORY_32, tableBytes(queues));
    this.msix = new Msix(config, target, queues, TABLE, 0);
    this.notified = notified;
    config.enable();
    msix.enable(LocalApic.FIRST_PROCESSOR, firstVector);
  }

  private static long tableBytes(int queues) {
    return Math.max(4096, Integer.highestOneBit(2 * queues * Msix.ENTRY_BYTES) * 2L);
  }

  /** The device has given something back in a queue, and the driver wants to know. */
  public void call(int queue) {
    msix.raise(queue);
  }

  @Override
  public ConfigSpace config() {
    return config;
  }

  @Override
  public long read(int bar, long offset, int width) {
    if (bar == TABLE) {
      return msix.read((int) offset);
    }
    return offset == STATUS ? status : Width.ones(width);
  }

  @Override
  public void write(int bar, long offset, int width, long value) {
    if (bar == TABLE) {
      msix.write((int) offset, value);
    } else if (offset == QUEUE_NOTIFY) {
      notified.accept((int) value);
    } else if (offset == STATUS) {
      status = value;
    }
  }
}
