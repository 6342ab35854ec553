package vdcsim.hardware.pci;

/**
 * What a device says that it is.
 *
 * @param vendor who made it
 * @param device which of the vendor's devices it is
 * @param classCode class, subclass and interface, as {@code 0x010802} for NVMe
 * @param revision which version
 */
public record Identity(int vendor, int device, int classCode, int revision) {
  public Identity {
    within("vendor", vendor, 0xFFFF);
    within("device", device, 0xFFFF);
    within("class", classCode, 0xFFFFFF);
    within("revision", revision, 0xFF);
  }

  private static void within(String what, int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(
          "%s must lie between 0 and 0x%x, was 0x%x".formatted(what, most, value));
    }
  }
}
