package vdcsim.hardware.iommu;

import java.util.Locale;

/** Why a request was blocked (VT-d 2.4, appendix A, fault reason encodings). */
public enum FaultReason {
  /** The root entry of the bus is not present. */
  ROOT_NOT_PRESENT(0x1),
  /** The context entry of the function is not present. */
  CONTEXT_NOT_PRESENT(0x2),
  /** The context entry asks for what the unit does not support. */
  CONTEXT_INVALID(0x3),
  /** The address has more bits than the domain's tables translate. */
  BEYOND_ADDRESS_WIDTH(0x4),
  /** A write to what is not mapped, or not to be written. */
  WRITE_NOT_ALLOWED(0x5),
  /** A read of what is not mapped, or not to be read. */
  READ_NOT_ALLOWED(0x6),
  /** An interrupt whose index lies beyond the table. */
  INDEX_BEYOND_TABLE(0x21),
  /** An interrupt whose entry is not present. */
  ENTRY_NOT_PRESENT(0x22),
  /** An interrupt as devices without remapping send it, where such are not let through. */
  COMPATIBILITY_FORMAT(0x25),
  /** An interrupt whose entry belongs to another function. */
  FOREIGN_SOURCE(0x26);

  private final int code;
  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  FaultReason(int code) {
    this.code = code;
  }

  /** Its number in a fault record. */
  public int code() {
    return code;
  }

  /** Its name in metrics and tables. */
  public String word() {
    return word;
  }
}
