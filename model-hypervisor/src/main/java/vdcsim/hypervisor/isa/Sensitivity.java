package vdcsim.hypervisor.isa;

/**
 * What makes an instruction sensitive (Robin and Irvine 2000, section 3: requirements 3A to 3D).
 */
public enum Sensitivity {
  /** It changes or shows the mode of the machine (3A). */
  MODE,
  /** It reads or changes a sensitive register (3B). */
  REGISTER,
  /** It refers to the protection system, the memory system or address relocation (3C). */
  PROTECTION,
  /** It is input or output (3D). */
  IO
}
