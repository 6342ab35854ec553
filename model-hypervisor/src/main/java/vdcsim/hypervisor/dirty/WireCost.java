package vdcsim.hypervisor.dirty;

/**
 * What pages take in the stream of a migration.
 *
 * @param normalBytes a page with data
 * @param zeroBytes a page of zeros
 */
public record WireCost(int normalBytes, int zeroBytes) {
  /** QEMU: a header of 8 bytes before each page, one byte in the place of a page of zeros. */
  public static final WireCost QEMU = new WireCost(Memory.PAGE_BYTES + 8, 9);

  /** Pages alone, zeros as any other, as the papers count. */
  public static final WireCost PLAIN = new WireCost(Memory.PAGE_BYTES, Memory.PAGE_BYTES);
}
