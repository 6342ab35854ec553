package vdcsim.hardware.pci;

/**
 * The configuration space of a device: what it is, and what software has set it to (PCI 3.0,
 * chapter 6.1). Which bits can be written is kept bit by bit, so that writing ones to a base
 * address and reading it back tells its size, as on real hardware.
 */
public final class ConfigSpace {
  /** The register of the command bits. */
  public static final int COMMAND = 0x04;

  /** The register of the status bits. */
  public static final int STATUS = 0x06;

  /** The first base address. */
  public static final int BASE_ADDRESS = 0x10;

  /** Where the first capability is found. */
  public static final int CAPABILITIES = 0x34;

  private static final int BYTES = 256;
  private static final int BARS = 6;
  private static final int DECODES_PORTS = 1;
  private static final int DECODES_MEMORY = 1 << 1;
  private static final int BUS_MASTER = 1 << 2;
  private static final int INTX_DISABLE = 1 << 10;
  private static final int INTX_PENDING = 1 << 3;
  private static final int HAS_CAPABILITIES = 1 << 4;
  private static final int HEADER_END = 0x40;

  private final byte[] bytes = new byte[BYTES];
  private final byte[] writable = new byte[BYTES];
  private final long[] barBytes = new long[BARS];
  private final Space[] spaces = new Space[BARS];
  private int nextCapability = HEADER_END;

  /** The configuration space of a device without base addresses. */
  public ConfigSpace(Identity identity) {
    put(0x00, 2, identity.vendor());
    put(0x02, 2, identity.device());
    put(0x08, 1, identity.revision());
    put(0x09, 1, identity.classCode());
    put(0x0A, 2, identity.classCode() >> 8);
    put(0x3D, 1, 1);
    allow(COMMAND, 2, DECODES_PORTS | DECODES_MEMORY | BUS_MASTER | INTX_DISABLE);
    allow(0x3C, 1, 0xFF);
  }

  /**
   * Gives it a base address.
   *
   * @param bytes how far it reaches, a power of two
   * @return itself
   */
  public ConfigSpace bar(int bar, Space space, long bytes) {
    if (Long.bitCount(bytes) != 1 || bytes < (space.isMemory() ? 16 : 4)) {
      throw new IllegalArgumentException(
          "a base address reaches a power of two of bytes, was " + bytes);
    }
    int offset = BASE_ADDRESS + 4 * bar;
    int width = space == Space.MEMORY_64 ? 8 : 4;
    barBytes[bar] = bytes;
    spaces[bar] = space;
    put(offset, 1, space == Space.PORTS ? 1 : space == Space.MEMORY_64 ? 4 : 0);
    allow(offset, width, -bytes);
    return this;
  }

  /**
   * Adds a capability to its list.
   *
   * @param body what stands behind the two bytes of the list
   * @param writableBits which bits of these can be written, as many as {@code body} has
   * @return where the capability stands
   */
  public int capability(int id, byte[] body, byte[] writableBits) {
    int at = nextCapability;
    put(at, 1, id);
    put(at + 1, 1, read(CAPABILITIES, 1));
    put(CAPABILITIES, 1, at);
    put(STATUS, 2, read(STATUS, 2) | HAS_CAPABILITIES);
    System.arraycopy(body, 0, bytes, at + 2, body.length);
    System.arraycopy(writableBits, 0, writable, at + 2, writableBits.length);
    nextCapability = (at + 2 + body.length + 3) & ~3;
    return at;
  }

  /** Reads {@code width} bytes. */
  public long read(int offset, int width) {
    long value = 0;
    for (int i = Width.check(width) - 1; i >= 0; i--) {
      value = (value << 8) | (bytes[offset + i] & 0xFF);
    }
    return value;
  }

  /** Writes what can be written of {@code width} bytes; the rest stays. */
  public void write(int offset, int width, long value) {
    long rest = value;
    for (int i = offset; i < offset + Width.check(width); i++) {
      bytes[i] = (byte) ((bytes[i] & ~writable[i]) | (rest & writable[i]));
      rest >>>= 8;
    }
  }

  /** Sets bytes whether software could write them or not: what the device itself does. */
  void put(int offset, int width, long value) {
    for (int i = 0; i < width; i++) {
      bytes[offset + i] = (byte) (value >>> (8 * i));
    }
  }

  private void allow(int offset, int width, long bits) {
    for (int i = 0; i < width; i++) {
      writable[offset + i] = (byte) (bits >>> (8 * i));
    }
  }

  /** Lets it decode ports and memory and be a bus master, as firmware and driver leave it. */
  public void enable() {
    write(COMMAND, 2, read(COMMAND, 2) | DECODES_PORTS | DECODES_MEMORY | BUS_MASTER);
  }

  /** Where the registers of a base address stand. */
  public Space space(int bar) {
    if (barBytes[bar] == 0) {
      throw new IllegalArgumentException("the device has no base address " + bar);
    }
    return spaces[bar];
  }

  /** Whether an access behind a base address reaches the device. */
  public boolean decodes(int bar, long offset, int width) {
    if (offset < 0 || offset + width > barBytes[bar]) {
      return false;
    }
    int bit = spaces[bar] == Space.PORTS ? DECODES_PORTS : DECODES_MEMORY;
    return (bytes[COMMAND] & bit) != 0;
  }

  /** Whether it may access memory and send messages. */
  public boolean isBusMaster() {
    return (bytes[COMMAND] & BUS_MASTER) != 0;
  }

  /** Whether it may pull its interrupt line. */
  public boolean mayPullLine() {
    return (read(COMMAND, 2) & INTX_DISABLE) == 0;
  }

  /** Its status shows whether an interrupt is pending. */
  void showInterrupt(boolean pending) {
    long status = read(STATUS, 2);
    put(STATUS, 2, pending ? status | INTX_PENDING : status & ~INTX_PENDING);
  }
}
