package vdcsim.hardware.iommu;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * The vectors of a host's processors, and to whom each leads: messages of devices arrive here when
 * nothing has blocked them.
 *
 * <p>Metrics, below the host's name: {@code spurious-interrupts}, at vectors that lead to nobody,
 * and {@code foreign-interrupts}, at those of others than the device's owner.
 */
public final class HostInterrupts {
  private static final int FIRST_VECTOR = 0x30;
  private static final int LAST_VECTOR = 0xEF;
  private static final int VECTORS = LAST_VECTOR - FIRST_VECTOR + 1;
  private static final int DESTINATION_SHIFT = 12;
  private static final int BYTE = 0xFF;

  private final List<Vector> given = new ArrayList<>();
  private final Counter spurious;
  private final Counter foreign;

  /** Where a vector leads; {@code data} is what the one behind it is told. */
  private record Vector(String owner, InterruptTarget target, long address, int data) {}

  /**
   * What a device writes for an interrupt.
   *
   * @param address where
   * @param data what
   */
  public record Message(long address, int data) {}

  HostInterrupts(String host, Metrics metrics) {
    this.spurious = metrics.counter(host + ".spurious-interrupts", Unit.COUNT);
    this.foreign = metrics.counter(host + ".foreign-interrupts", Unit.COUNT);
  }

  /**
   * Gives a vector away.
   *
   * @param target where its interrupts go, as messages with {@code address} and {@code data}
   * @return what a device has to write for it, in the format without remapping
   */
  public Message give(String owner, InterruptTarget target, long address, int data) {
    int number = given.size();
    given.add(new Vector(owner, target, address, data));
    return message(number / VECTORS, FIRST_VECTOR + number % VECTORS);
  }

  /**
   * The first vector that somebody has, as a device would write it; the first of all for nobody.
   */
  public Message of(String owner) {
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).owner.equals(owner)) {
        return message(i / VECTORS, FIRST_VECTOR + i % VECTORS);
      }
    }
    return message(0, FIRST_VECTOR);
  }

  private static Message message(int destination, int vector) {
    return new Message(InterruptTable.WINDOW | (long) destination << DESTINATION_SHIFT, vector);
  }

  /** The processor that a message to an address names. */
  static int destination(long address) {
    return (int) (address >>> DESTINATION_SHIFT) & BYTE;
  }

  /** The vector that a message with these data names. */
  static int vector(int data) {
    return data & BYTE;
  }

  /** A message in the format without remapping has come through. */
  void deliver(String from, long address, int data) {
    deliver(from, destination(address), vector(data));
  }

  /** An interrupt has come through to a vector of a processor. */
  void deliver(String from, int destination, int vector) {
    int number = destination * VECTORS + vector - FIRST_VECTOR;
    if (vector < FIRST_VECTOR || number >= given.size()) {
      spurious.increment();
      return;
    }
    Vector to = given.get(number);
    if (!to.owner.equals(from)) {
      foreign.increment();
    }
    to.target.message(to.address, to.data);
  }
}
