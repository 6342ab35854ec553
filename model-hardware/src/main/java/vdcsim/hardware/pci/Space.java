package vdcsim.hardware.pci;

/** Where the registers of a base address stand. */
public enum Space {
  /** Ports, which instructions of their own reach. */
  PORTS,
  /** Memory below 4 GiB. */
  MEMORY_32,
  /** Memory anywhere; it takes two base addresses. */
  MEMORY_64;

  /** Whether it is memory. */
  public boolean isMemory() {
    return this != PORTS;
  }
}
