package vdcsim.hypervisor.vnic.card;

/**
 * A ring of descriptors between a driver and a device that is not a virtqueue: the driver moves the
 * tail, the device the head, and the driver takes behind it what is done.
 */
public final class PacketRing {
  private final int size;
  private final Train[] slots;
  private int tail;
  private int shown;
  private int head;
  private int cleaned;

  /** An empty ring of {@code size} descriptors, one of which always stays free. */
  public PacketRing(int size) {
    this.size = size;
    this.slots = new Train[size];
    for (int i = 0; i < size; i++) {
      slots[i] = new Train();
    }
  }

  /** How many descriptors are in use. */
  public int used() {
    return tail - cleaned;
  }

  /** Whether the driver can put no other packet. */
  public boolean isFull() {
    return used() >= size - 1;
  }

  /** Where the next packet is to be put; it is there with {@link #put}. */
  public Train next() {
    return slots[Math.floorMod(tail, size)];
  }

  /** The next packet is there; the device sees it when the tail is shown. */
  public void put() {
    tail++;
  }

  /** Whether there are packets that have not been shown. */
  public boolean hasHidden() {
    return shown != tail;
  }

  /** The device may take all that was put. */
  public void show() {
    shown = tail;
  }

  /** How many packets the device may take. */
  public int waiting() {
    return shown - head;
  }

  /** What the device takes next; there must be something. */
  public Train first() {
    return slots[Math.floorMod(head, size)];
  }

  /** What it takes after {@code packets} others. */
  public Train ahead(int packets) {
    return slots[Math.floorMod(head + packets, size)];
  }

  /** The device is done with the first. */
  public void done() {
    head++;
  }

  /** How many the device is done with, and the driver has not taken back. */
  public int toClean() {
    return head - cleaned;
  }

  /** What the driver takes back next. */
  public Train oldest() {
    return slots[Math.floorMod(cleaned, size)];
  }

  /** The driver has taken one back. */
  public void clean() {
    cleaned++;
  }
}
