package vdcsim.hardware.iommu;

import java.util.Locale;

/**
 * Which function of which device a request comes from (PCIe: requester ID).
 *
 * @param bits the bus in bits 8 to 15, the device in 3 to 7, the function in 0 to 2
 */
public record SourceId(int bits) {
  private static final int MOST = 0xFFFF;

  public SourceId {
    if (bits < 0 || bits > MOST) {
      throw new IllegalArgumentException("a source has 16 bits, was " + bits);
    }
  }

  /** A function of a device on a bus. */
  public static SourceId of(int bus, int device, int function) {
    return new SourceId(bus << 8 | device << 3 | function);
  }

  /** The bus. */
  public int bus() {
    return bits >> 8;
  }

  /** Device and function together, as context tables have it. */
  public int deviceFunction() {
    return bits & 0xFF;
  }

  /** The function that stands so many numbers further on, as virtual functions do. */
  public SourceId plus(int numbers) {
    return new SourceId(bits + numbers);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%02x:%02x.%d", bus(), deviceFunction() >> 3, deviceFunction() & 7);
  }
}
