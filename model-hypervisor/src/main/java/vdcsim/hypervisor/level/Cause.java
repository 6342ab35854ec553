package vdcsim.hypervisor.level;

import java.util.Locale;

/** What a program's cycles went to. */
public enum Cause {
  /** The program's own instructions. */
  PROGRAM,
  /** What a kernel does for it anywhere. */
  KERNEL,
  /** Being led from the program to whoever stands in for the kernel or the hardware. */
  INTERCEPTION,
  /** Calls of the system below, of which a call is built. */
  CALLS_BELOW,
  /** Memory that is copied or mapped page by page. */
  PAGES,
  /** Instructions that are interpreted, or compiled worse than a native compiler does. */
  INTERPRETATION,
  /** A collector that copies what is still used. */
  COLLECTION;

  /** Its name as metrics write it. */
  public String word() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
