package vdcsim.hardware.pci;

import java.util.Arrays;

/**
 * MSI-X: a table of messages, one a vector, each with a mask (PCI 3.0, 6.8.2). A vector that is
 * raised while it is masked stays pending, and is sent when the mask falls.
 */
public final class Msix {
  /** Bytes of a vector in the table. */
  public static final int ENTRY_BYTES = 16;

  private static final int CAPABILITY = 0x11;
  private static final int CONTROL = 2;
  private static final int ENABLE = 1 << 15;
  private static final int FUNCTION_MASK = 1 << 14;
  private static final int MOST_VECTORS = 2048;
  private static final int CONTROL_WORD = 12;
  private static final int DATA_WORD = 8;

  private final ConfigSpace config;
  private final InterruptTarget target;
  private final int at;
  private final long[] addresses;
  private final int[] data;
  private final boolean[] masked;
  private final boolean[] pending;

  /**
   * Gives a device vectors, all masked, and not enabled.
   *
   * @param bar the base address behind which the device shows the table
   * @param offset where in it
   */
  public Msix(ConfigSpace config, InterruptTarget target, int vectors, int bar, int offset) {
    if (vectors < 1 || vectors > MOST_VECTORS) {
      throw new IllegalArgumentException("MSI-X has 1 to 2048 vectors, had " + vectors);
    }
    this.config = config;
    this.target = target;
    this.addresses = new long[vectors];
    this.data = new int[vectors];
    this.masked = new boolean[vectors];
    this.pending = new boolean[vectors];
    Arrays.fill(masked, true);
    byte[] body = new byte[10];
    little(body, 0, 2, vectors - 1);
    little(body, 2, 4, offset | bar);
    little(body, 6, 4, (offset + vectors * ENTRY_BYTES) | bar);
    byte[] writable = new byte[10];
    little(writable, 0, 2, ENABLE | FUNCTION_MASK);
    this.at = config.capability(CAPABILITY, body, writable);
  }

  private static void little(byte[] into, int offset, int width, long value) {
    for (int i = 0; i < width; i++) {
      into[offset + i] = (byte) (value >>> (8 * i));
    }
  }

  /** How many vectors there are. */
  public int vectors() {
    return masked.length;
  }

  /** Where its capability stands in the configuration space. */
  public int capability() {
    return at;
  }

  private int control() {
    return (int) config.read(at + CONTROL, 2);
  }

  /** Whether software has enabled it; the device must not pull its line then. */
  public boolean isEnabled() {
    return (control() & ENABLE) != 0;
  }

  /** Enables it with every vector unmasked: vector i sends {@code firstData} + i to a processor. */
  public void enable(long address, int firstData) {
    config.write(at + CONTROL, 2, ENABLE);
    for (int i = 0; i < vectors(); i++) {
      addresses[i] = address;
      data[i] = firstData + i;
      masked[i] = false;
    }
  }

  /** The device raises a vector; it is sent, or stays pending, or is lost if not enabled. */
  public void raise(int vector) {
    if (!isEnabled()) {
      return;
    }
    if (masked[vector] || (control() & FUNCTION_MASK) != 0) {
      pending[vector] = true;
    } else {
      target.message(addresses[vector], data[vector]);
    }
  }

  /** The control word in the configuration space has been written. */
  public void update() {
    for (int i = 0; i < vectors(); i++) {
      sendIfPending(i);
    }
  }

  private void sendIfPending(int vector) {
    if (pending[vector] && isEnabled() && !masked[vector] && (control() & FUNCTION_MASK) == 0) {
      pending[vector] = false;
      target.message(addresses[vector], data[vector]);
    }
  }

  /** Reads 4 bytes of the table, or of the pending bits behind it. */
  public long read(int offset) {
    int vector = offset / ENTRY_BYTES;
    if (vector >= vectors()) {
      return pendingBits((offset - vectors() * ENTRY_BYTES) / 4);
    }
    return switch (offset % ENTRY_BYTES) {
      case 0 -> addresses[vector] & 0xFFFF_FFFFL;
      case 4 -> addresses[vector] >>> 32;
      case DATA_WORD -> data[vector] & 0xFFFF_FFFFL;
      default -> masked[vector] ? 1 : 0;
    };
  }

  private long pendingBits(int word) {
    long bits = 0;
    for (int i = 0; i < 32 && 32 * word + i < vectors(); i++) {
      bits |= pending[32 * word + i] ? 1L << i : 0;
    }
    return bits;
  }

  /** Writes 4 bytes of the table; the pending bits cannot be written. */
  public void write(int offset, long value) {
    int vector = offset / ENTRY_BYTES;
    if (vector >= vectors()) {
      return;
    }
    switch (offset % ENTRY_BYTES) {
      case 0 -> addresses[vector] = (addresses[vector] & ~0xFFFF_FFFFL) | (value & 0xFFFF_FFFFL);
      case 4 -> addresses[vector] = (addresses[vector] & 0xFFFF_FFFFL) | (value << 32);
      case DATA_WORD -> data[vector] = (int) value;
      case CONTROL_WORD -> {
        masked[vector] = (value & 1) != 0;
        sendIfPending(vector);
      }
      default -> throw new IllegalArgumentException("no word of the table: " + offset);
    }
  }
}
